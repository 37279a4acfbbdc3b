import { useState } from "preact/hooks";
import { Dialog } from "../parts/Dialog.tsx";
import { cancelRuns, type Choice, deleteRuns, rerunRuns } from "../parts/do.ts";
import type { RunListView } from "../view.d.ts";
import { all, choice, count, type Picked } from "./picking.ts";

interface Deed {
  verb: string;
  asks(runs: string): string;
  effect: string;
  act(choice: Choice): Promise<boolean>;
}

const AGAIN: Deed = { verb: "Run again", asks: (runs) => `Run ${runs} again?`, effect: "Each task is started once, with the parameters of its newest run among them. Services are left as they are.", act: rerunRuns };
const STOP: Deed = { verb: "Stop", asks: (runs) => `Stop ${runs}?`, effect: "They are ended, first with their stop signal, then by force. Those that are over stay as they are.", act: cancelRuns };

/** What can be done with the runs that are picked. Before something is started or ended it is asked about; a deletion can be taken back. */
export function Bulk({ list, picked, pick, clear }: { list: RunListView; picked: Picked; pick(picked: Picked): void; clear(): void }) {
  const [sure, setSure] = useState<Deed | null>(null);
  const [busy, setBusy] = useState(false);
  const many = count(picked);
  const runs = `${many.toLocaleString("en")} ${many === 1 ? "run" : "runs"}`;
  const act = async (deed: (choice: Choice) => Promise<boolean>) => {
    setSure(null);
    setBusy(true);
    const done = await deed(choice(picked));
    setBusy(false);
    if (done) clear();
  };
  return (
    <div class="tools bulk" role="group" aria-label="With those picked" aria-busy={busy}>
      <span>{many.toLocaleString("en")} picked{picked.every !== undefined && ", all that fit"}{picked.every !== undefined && picked.ids.size > 0 && ` but ${picked.ids.size.toLocaleString("en")}`}</span>
      {picked.every === undefined && list.every !== undefined && list.total > Math.max(many, list.rows.length) && <button class="btn quiet" disabled={busy} onClick={() => pick(all(list))}>Pick all {list.total.toLocaleString("en")}</button>}
      <button class="btn" disabled={busy} onClick={() => setSure(AGAIN)}>Run again</button>
      <button class="btn" disabled={busy} onClick={() => setSure(STOP)}>Stop</button>
      <button class="btn danger" disabled={busy} onClick={() => void act(deleteRuns)}>Delete</button>
      <button class="btn quiet" disabled={busy} onClick={clear}>Pick none</button>
      {sure !== null && (
        <Dialog title={sure.asks(runs)} close={() => setSure(null)}>
          <p class="dim">{sure.effect}</p>
          <footer><button class="btn" onClick={() => setSure(null)}>Leave it</button><button class="btn primary" autofocus onClick={() => void act(sure.act)}>{sure.verb}</button></footer>
        </Dialog>
      )}
    </div>
  );
}
