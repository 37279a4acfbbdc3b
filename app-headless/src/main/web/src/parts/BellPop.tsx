import { useView } from "../hub/use.ts";
import { useCell } from "../net/use.ts";
import type { ShellScreen } from "../view.d.ts";
import { A } from "./A.tsx";
import { Dialog } from "./Dialog.tsx";
import { Icon } from "./Icon.tsx";
import { bell } from "./layers.ts";
import { Note, readAll } from "./Note.tsx";

/** As many as one reads at a glance; the page has the rest. */
const ROWS = "12";

/** What is unread, as the daemon counts it: red only when one of it is an error. */
export function BellButton({ shell }: { shell: ShellScreen | undefined }) {
  const open = useCell(bell);
  const says = shell !== undefined && shell.unread > 0 ? `Bell: ${shell.unread} unread` : "Bell: nothing unread";
  return (
    <button class={open ? "iconic bell on" : "iconic bell"} aria-haspopup="dialog" aria-expanded={open} aria-label={says} title={says} onClick={() => bell.set(!open)}>
      <Icon name="bell" />
      {shell !== undefined && shell.badge !== "" && <i class={shell.unread_bad ? "bad" : ""}>{shell.badge}</i>}
    </button>
  );
}

export function BellPop() {
  return useCell(bell) ? <Open /> : null;
}

function Open() {
  const { state, problem } = useView("bell", { rows: ROWS });
  const close = () => bell.set(false);
  return (
    <Dialog title="Bell" place="pop" close={close} more={state !== undefined && state.unread > 0 && <button class="btn quiet" onClick={readAll}>Mark all read</button>}>
      <div class="notes">
        {problem !== undefined && <p class="calm bad">{problem.title}.</p>}
        {state === undefined && problem === undefined && <p class="calm" role="status">Loading.</p>}
        {state !== undefined && state.rows.length === 0 && <p class="calm">{state.empty ?? "Nothing has rung."} What fails or comes back is told here.</p>}
        {state?.rows.map((row) => <Note key={row.id} row={row} then={close} />)}
      </div>
      <A class="item all" href="/notifications" onClick={close}>View all</A>
    </Dialog>
  );
}
