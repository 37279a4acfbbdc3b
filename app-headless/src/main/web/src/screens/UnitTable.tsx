import { useEffect, useState } from "preact/hooks";
import { A } from "../parts/A.tsx";
import { unitAt } from "../parts/at.ts";
import { State } from "../parts/Mark.tsx";
import { Pages } from "../parts/Pages.tsx";
import { Strip } from "../parts/Strip.tsx";
import { go, with_ } from "../router.ts";
import type { UnitList, UnitListRow } from "../view.d.ts";

const SORTS = [
  { word: "priority", says: "What matters first" },
  { word: "activity", says: "Last activity" },
  { word: "next", says: "Next run" },
  { word: "name", says: "Name" },
];
const TYPING_MS = 200;

/** What an address says about the list of units. */
export function listed(query: Record<string, string>): Record<string, string> {
  return Object.fromEntries(["filter", "sort", "search", "page"].flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])));
}

/** All units with what narrows and orders them; all of it stands in the address. */
export function UnitTable({ list }: { list: UnitList }) {
  return (
    <section class="panel units" aria-label="Units">
      <div class="tools">
        <div class="chips" role="group" aria-label="Which units">
          {list.chips.map((chip) => (
            <button key={chip.word} class={chip.on ? "chip on" : "chip"} aria-pressed={chip.on} onClick={() => with_({ filter: chip.word === "all" ? undefined : chip.word, page: undefined })}>
              {chip.label} <b>{chip.count}</b>
            </button>
          ))}
        </div>
        <Find text={list.search} change={(search) => with_({ search, page: undefined })} says="Find units" />
        <label class="field"><span class="unseen">Order</span>
          <select value={list.sort} onChange={(event) => with_({ sort: event.currentTarget.value === "priority" ? undefined : event.currentTarget.value })}>
            {SORTS.map((sort) => <option key={sort.word} value={sort.word}>{sort.says}</option>)}
          </select>
        </label>
      </div>
      {list.rows.length === 0 ? (
        <div class="empty"><p>{list.empty ?? "No unit fits."}</p><button class="btn" onClick={() => with_({ filter: undefined, search: undefined, page: undefined })}>Show all</button></div>
      ) : (
        <div class="scroll"><table>
          <thead><tr><th>Unit</th><th>State</th><th class="opt">Last</th><th class="opt">When</th><th>Next</th><th class="opt wide">Usually</th><th class="opt wide">Last runs</th></tr></thead>
          <tbody>{list.rows.map((row) => <Row key={row.unit.name} row={row} />)}</tbody>
        </table></div>
      )}
      <Pages page={list.page} pages={list.pages} />
    </section>
  );
}

function Row({ row: { unit, last, usual, strip } }: { row: UnitListRow }) {
  return (
    <tr data-row onClick={() => go(unitAt(unit.name))} title={unit.description}>
      <td><A class="name" href={unitAt(unit.name)}>{unit.name}</A><span class="grp">{unit.group}</span></td>
      <td><State mark={unit.mark} tone={unit.tone} word={unit.word} says={unit.sentence} /></td>
      <td class="num opt">{last}</td>
      <td class="opt">{unit.schedule}</td>
      <td class="num">{unit.next}</td>
      <td class="num opt wide">{usual}</td>
      <td class="opt wide"><Strip strip={strip} /></td>
    </tr>
  );
}

/** A field that narrows as one types, a little later than each key. */
export function Find({ text, change, says, example }: { text: string; change: (text: string) => void; says: string; example?: string }) {
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => change(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label class="field"><span class={example === undefined ? "unseen" : ""}>{says}</span>
      <input type="search" data-find={example === undefined} class={example === undefined ? "" : "mono short"} placeholder={example ?? "Find"} value={typed ?? text} onInput={(event) => setTyped(event.currentTarget.value)} onBlur={() => setTyped(null)} />
    </label>
  );
}
