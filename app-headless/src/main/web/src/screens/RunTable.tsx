import { useState } from "preact/hooks";
import { A } from "../parts/A.tsx";
import { runAt } from "../parts/at.ts";
import { State } from "../parts/Mark.tsx";
import { Pages } from "../parts/Pages.tsx";
import { Empty } from "../parts/Screen.tsx";
import { useNow } from "../parts/now.ts";
import { ticking } from "../parts/spans.ts";
import { go, place } from "../router.ts";
import type { RunListView, RunRow } from "../view.d.ts";
import { Bulk } from "./Bulk.tsx";
import { basis, count, has, isLater, master, NONE, page as pickPage, type Picked, turn } from "./picking.ts";

/** A page of runs, with what can be done with several of them. */
export function RunTable({ list, page, pages, named }: { list: RunListView; page: number; pages: number; named: boolean }) {
  const [held, setHeld] = useState<{ basis: string; picked: Picked }>({ basis: "", picked: NONE });
  // What narrows the list changes what "those" are.
  const of = basis(list);
  const picked = held.basis === of ? held.picked : NONE;
  const pick = (next: Picked) => setHeld({ basis: of, picked: next });
  const box = master(picked, list.rows);
  if (list.rows.length === 0) return <Empty says={list.empty ?? "No run fits."}>{Object.keys(place.value.query).length > 0 && <button class="btn" onClick={() => go(place.value.path, true)}>Clear the filters</button>}</Empty>;
  return (
    <>
      {count(picked) > 0 && <Bulk list={list} picked={picked} pick={pick} clear={() => pick(NONE)} />}
      <div class="scroll"><table class={`runs ${named ? "named" : ""} ${count(picked) > 0 ? "picking" : ""}`}>
        <thead><tr><th><label class="check"><input type="checkbox" aria-label="Pick all of this page" checked={box === "all"} ref={(input) => { if (input) input.indeterminate = box === "some"; }} onChange={() => pick(box === "all" && picked.every !== undefined ? NONE : pickPage(picked, list.rows, box !== "all"))} /></label></th>{named && <th>Unit</th>}<th>Outcome</th><th>When</th><th>Took</th><th class="opt">Exit</th><th class="opt">Started</th><th class="opt wide">Note</th></tr></thead>
        <tbody>{list.rows.map((row) => <Row key={row.id} row={row} named={named} on={has(picked, row)} later={isLater(picked, row)} pick={() => pick(turn(picked, row))} />)}</tbody>
      </table></div>
      <Pages page={page} pages={pages} says={`${list.first.toLocaleString("en")} to ${list.last.toLocaleString("en")} of ${list.total.toLocaleString("en")}`} />
    </>
  );
}

function Row({ row, named, on, later, pick }: { row: RunRow; named: boolean; on: boolean; later: boolean; pick(): void }) {
  const to = runAt(row.task, row.id);
  return (
    <tr data-row class={on ? "on" : ""} onClick={() => go(to)}>
      <td onClick={(event) => event.stopPropagation()}><label class="check"><input type="checkbox" aria-label={`Pick the run of ${row.when}`} checked={on} disabled={later} title={later ? "It came after all were picked" : undefined} onChange={pick} /></label></td>
      {named && <td><A class="name" href={to}>{row.label}</A></td>}
      <td><State mark={row.verdict.mark} tone={row.verdict.tone} word={row.verdict.word} says={row.verdict.says} />{row.retry !== undefined && <span class="grp mono">retry {row.retry}</span>}</td>
      <td class="num"><A href={to} title={row.ago}>{row.when}</A></td>
      <td class="num end">{row.verdict.mark === "running" ? <Ticking since={row.at} /> : row.length}</td>
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
