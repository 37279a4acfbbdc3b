import { useCell } from "../net/cell.ts";
import { A, unitAt } from "../parts/A.tsx";
import { State } from "../parts/Mark.tsx";
import { Rhythm } from "../parts/Rhythm.tsx";
import { go, place, with_ } from "../router.ts";
import type { Overview } from "../states.ts";
import { shown, SHOWS, SORTS, type Unit } from "./units.ts";

/** All units with what narrows and orders them; both stand in the address. */
export function UnitTable({ units }: { units: Overview["units"] }) {
  const { query } = useCell(place);
  const show = query["show"] ?? "all";
  const rows = shown(units, query);
  return (
    <section class="panel units">
      <div class="tools">
        <div class="chips" role="group" aria-label="Which units">
          {SHOWS.map((one) => {
            const count = units.filter(one.fits).length;
            return <button key={one.key} class={show === one.key ? "chip on" : "chip"} aria-pressed={show === one.key} onClick={() => with_({ show: one.key === "all" ? undefined : one.key })}>{one.says} <b>{count}</b></button>;
          })}
        </div>
        <label class="field"><span class="unseen">Find units</span><input type="search" data-find placeholder="Find" value={query["find"] ?? ""} onInput={(event) => with_({ find: event.currentTarget.value })} /></label>
        <label class="field"><span class="unseen">Order</span>
          <select value={query["sort"] ?? "priority"} onChange={(event) => with_({ sort: event.currentTarget.value === "priority" ? undefined : event.currentTarget.value })}>
            {SORTS.map((sort) => <option key={sort.key} value={sort.key}>{sort.says}</option>)}
          </select>
        </label>
      </div>
      {rows.length === 0 ? (
        <div class="empty"><p>No unit fits.</p><button class="btn" onClick={() => with_({ show: undefined, find: undefined })}>Show all</button></div>
      ) : (
        <div class="scroll"><table>
          <thead><tr><th>Unit</th><th>State</th><th class="opt">Last</th><th class="opt">When</th><th>Next</th><th class="opt wide">Usually</th><th class="opt wide">Last runs</th></tr></thead>
          <tbody>{rows.map((row) => <Row key={row.unit.name} row={row} />)}</tbody>
        </table></div>
      )}
    </section>
  );
}

function Row({ row: { unit, last, usual, rhythm } }: { row: Unit }) {
  return (
    <tr data-row onClick={() => go(unitAt(unit.name))} title={unit.description}>
      <td><A class="name" href={unitAt(unit.name)}>{unit.name}</A><span class="grp">{unit.group}</span></td>
      <td><State mark={unit.mark} tone={unit.tone} word={unit.word} says={unit.sentence} /></td>
      <td class="num opt">{last}</td>
      <td class="opt">{unit.schedule}</td>
      <td class="num">{unit.next}</td>
      <td class="num opt wide">{usual}</td>
      <td class="opt wide"><Rhythm unit={unit.name} rhythm={rhythm} /></td>
    </tr>
  );
}
