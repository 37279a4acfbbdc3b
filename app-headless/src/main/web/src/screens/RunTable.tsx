import { useEffect, useState } from "preact/hooks";
import { A } from "../parts/A.tsx";
import { runAt } from "../parts/at.ts";
import { cancelRuns, deleteRuns, rerunRuns } from "../parts/do.ts";
import { State } from "../parts/Mark.tsx";
import { Pages } from "../parts/Pages.tsx";
import { Empty } from "../parts/Screen.tsx";
import { useNow } from "../parts/now.ts";
import { ticking } from "../parts/spans.ts";
import { go, place } from "../router.ts";
import type { RunListView, RunRow } from "../view.d.ts";

/** A page of runs, with what can be done with several of them. */
export function RunTable({ list, page, pages, named }: { list: RunListView; page: number; pages: number; named: boolean }) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  // What narrows the list changes what "those" are.
  useEffect(() => setPicked(new Set()), [list.address, page]);
  const ids = list.rows.map((row) => row.id).filter((id) => picked.has(id));
  const all = list.rows.length > 0 && ids.length === list.rows.length;
  const pick = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  const clear = () => setPicked(new Set());
  if (list.rows.length === 0) return <Empty says={list.empty ?? "No run fits."}>{Object.keys(place.value.query).length > 0 && <button class="btn" onClick={() => go(place.value.path, true)}>Clear the filters</button>}</Empty>;
  return (
    <>
      {ids.length > 0 && (
        <div class="tools bulk" role="group" aria-label="With those picked">
          <span>{ids.length} picked</span>
          <button class="btn" onClick={() => void rerunRuns(ids).then(clear)}>Run again</button>
          <button class="btn" onClick={() => void cancelRuns(ids).then(clear)}>Stop</button>
          <button class="btn danger" onClick={() => void deleteRuns(ids).then(clear)}>Delete</button>
          <button class="btn quiet" onClick={clear}>Pick none</button>
        </div>
      )}
      <div class="scroll"><table class="runs">
        <thead><tr><th><label class="check"><input type="checkbox" aria-label="Pick all of this page" checked={all} ref={(box) => { if (box) box.indeterminate = ids.length > 0 && !all; }} onChange={() => setPicked(all ? new Set() : new Set(list.rows.map((row) => row.id)))} /></label></th>{named && <th>Unit</th>}<th>Outcome</th><th>When</th><th class="opt">Took</th><th class="opt">Exit</th><th class="opt">Started</th><th class="opt wide">Note</th></tr></thead>
        <tbody>{list.rows.map((row) => <Row key={row.id} row={row} named={named} on={picked.has(row.id)} pick={() => pick(row.id)} />)}</tbody>
      </table></div>
      <Pages page={page} pages={pages} says={`${list.first.toLocaleString("en")} to ${list.last.toLocaleString("en")} of ${list.total.toLocaleString("en")}`} />
    </>
  );
}

function Row({ row, named, on, pick }: { row: RunRow; named: boolean; on: boolean; pick(): void }) {
  const to = runAt(row.task, row.id);
  return (
    <tr data-row class={on ? "on" : ""} onClick={() => go(to)}>
      <td onClick={(event) => event.stopPropagation()}><label class="check"><input type="checkbox" aria-label={`Pick the run of ${row.when}`} checked={on} onChange={pick} /></label></td>
      {named && <td><A class="name" href={to}>{row.label}</A></td>}
      <td><State mark={row.verdict.mark} tone={row.verdict.tone} word={row.verdict.word} says={row.verdict.says} />{row.retry !== undefined && <span class="grp mono">retry {row.retry}</span>}</td>
      <td class="num"><A href={to} title={row.ago}>{row.when}</A></td>
      <td class="num opt">{row.verdict.mark === "running" ? <Ticking since={row.at} /> : row.length}</td>
      <td class={`num opt${row.exit !== "" && row.exit !== "0" ? " bad" : ""}`}>{row.exit}</td>
      <td class="opt dim">{row.by}</td>
      <td class="opt wide note" title={row.note}>{row.note}</td>
    </tr>
  );
}

function Ticking({ since }: { since: string }) {
  const now = useNow(1000);
  return <>{ticking(now - Date.parse(since))}</>;
}
