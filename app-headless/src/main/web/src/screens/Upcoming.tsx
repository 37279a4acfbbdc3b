import { useView } from "../hub/use.ts";
import { useCell } from "../net/use.ts";
import { A } from "../parts/A.tsx";
import { unitAt } from "../parts/at.ts";
import { Empty, Screen } from "../parts/Screen.tsx";
import { go, place, with_ } from "../router.ts";

const HOURS = ["6", "24", "72", "168"];

export function Upcoming() {
  const { query } = useCell(place);
  const hours = query["hours"] ?? "24";
  const view = useView("upcoming", { hours }, "upcoming");
  return (
    <Screen view={view} title="Up next">
      {(state) => (
        <>
          <h1 class="headline">{state.headline}</h1>
          <p class="sub">{state.complete ? "Everything that is due in this time." : "Only the first of them: take a shorter time to see all."}</p>
          <section class="panel">
            <div class="tools"><div class="chips" role="group" aria-label="How far">
              {HOURS.map((one) => <button key={one} class={hours === one ? "chip on" : "chip"} aria-pressed={hours === one} onClick={() => with_({ hours: one === "24" ? undefined : one })}>{one === "168" ? "a week" : one === "72" ? "3 days" : `${one} hours`}</button>)}
            </div></div>
            {state.rows.length === 0 ? <Empty says={state.empty ?? "Nothing is due in this time."} /> : (
              <div class="scroll"><table>
                <thead><tr><th>When</th><th>Unit</th><th>From now</th><th>Note</th></tr></thead>
                <tbody>{state.rows.map((row) => (
                  <tr key={row.unit + row.at} data-row onClick={() => go(unitAt(row.unit))}>
                    <td class="num">{row.clock}</td><td><A class="name" href={unitAt(row.unit)}>{row.unit}</A></td><td class="dim">{row.away}</td><td class="dim">{row.held !== undefined ? `held: ${row.held}` : row.latest !== undefined ? "may slip a little, so that starts keep apart" : ""}</td>
                  </tr>
                ))}</tbody>
              </table></div>
            )}
          </section>
        </>
      )}
    </Screen>
  );
}
