import { useView } from "../hub/use.ts";
import { useCell } from "../net/use.ts";
import { A } from "../parts/A.tsx";
import { runAt, unitAt } from "../parts/at.ts";
import { DayStrip } from "../parts/DayStrip.tsx";
import { Mark, State } from "../parts/Mark.tsx";
import { Screen } from "../parts/Screen.tsx";
import { useNow } from "../parts/now.ts";
import { span, ticking } from "../parts/spans.ts";
import { place } from "../router.ts";
import type { OverviewScreen, RunRow } from "../view.d.ts";
import { Host } from "./Host.tsx";
import { Teach } from "./Teach.tsx";
import { listed, UnitTable } from "./UnitTable.tsx";

export function Overview() {
  const { query } = useCell(place);
  const view = useView("overview", listed(query), "overview");
  return (
    <Screen view={view} title="">
      {(state) => (
        <>
          <h1 class="headline"><Opening sentence={state.headline.sentence} tone={state.headline.tone} /></h1>
          <p class="sub">{state.sub}</p>
          {state.empty !== undefined ? <Teach sentence={state.empty.sentence} example={state.empty.example} /> : <Evidence state={state} />}
        </>
      )}
    </Screen>
  );
}

/** Of a sentence, what comes before its first stop carries the colour. */
export function Opening({ sentence, tone }: { sentence: string; tone: string }) {
  const stop = sentence.search(/[.;,](\s|$)| \(/);
  const cut = stop < 0 ? sentence.length : stop + (sentence[stop] === "." ? 1 : 0);
  return <><span class={tone === "bad" || tone === "warn" ? tone : ""}>{sentence.slice(0, cut)}</span>{sentence.slice(cut)}</>;
}

function Evidence({ state }: { state: OverviewScreen }) {
  return (
    <>
      <div class="cols">
        <Needs needs={state.needs} more={state.more_needs} />
        <Running running={state.running} more={state.more_running} />
        <Next next={state.next} />
      </div>
      {state.today !== undefined && (
        <section class="panel day-panel">
          <header><h2>Today</h2><A class="more" href="/calendar">calendar</A></header>
          <DayStrip calendar={state.today} short />
        </section>
      )}
      <UnitTable list={state.units} />
      <div class="cols two-thirds">
        <Recent runs={state.recent} />
        {state.host !== undefined && <Host host={state.host} />}
      </div>
    </>
  );
}

function Needs({ needs, more }: { needs: OverviewScreen["needs"]; more: number }) {
  return (
    <section class="panel">
      <header><h2>Needs you</h2> {needs.length > 0 && <span class="count">{needs.length + more}</span>}</header>
      {needs.length === 0 && <p class="calm">Nothing does.</p>}
      {needs.map((need) => (
        <A key={need.label} class="item" href={need.run_id === "" ? unitAt(need.unit) : runAt(need.unit, need.run_id)}>
          <span class="name">{need.label}</span><span class="r"><State mark={need.mark} tone={need.tone} word={need.word} /></span>
          <span class="why">{need.why}</span>
        </A>
      ))}
      {more > 0 && <A class="item all" href="/?filter=attention">and {more} more</A>}
    </section>
  );
}

function Running({ running, more }: { running: OverviewScreen["running"]; more: number }) {
  const now = useNow(1000);
  return (
    <section class="panel">
      <header><h2>Running now</h2> {running.length > 0 && <span class="count">{running.length + more}</span>}</header>
      {running.length === 0 && <p class="calm">Nothing runs.</p>}
      {running.map((unit) => {
        const ran = unit.started_at === undefined ? undefined : now - Date.parse(unit.started_at);
        return (
          <A key={unit.label} class="item" href={unit.run_id === "" ? unitAt(unit.unit) : runAt(unit.unit, unit.run_id)}>
            <span class="name">{unit.label}</span>
            <span class="r">{ran === undefined ? "" : unit.service ? `up ${ticking(ran)}` : <>{ticking(ran)}{unit.usual_ms !== undefined && <i> of ~{span(unit.usual_ms)}</i>}</>}</span>
            {unit.service && <span class="why">{unit.says}</span>}
            {!unit.service && ran !== undefined && unit.usual_ms !== undefined && (
              <span class={ran > unit.usual_ms * 1.5 ? "bar long" : "bar"}><i style={{ width: `${Math.min(100, (100 * ran) / unit.usual_ms)}%` }} /></span>
            )}
          </A>
        );
      })}
      {more > 0 && <A class="item all" href="/?filter=running">and {more} more</A>}
    </section>
  );
}

function Next({ next }: { next: OverviewScreen["next"] }) {
  return (
    <section class="panel">
      <header><h2>Up next</h2><A class="more" href="/upcoming">all</A></header>
      {next.length === 0 && <p class="calm">Nothing is due.</p>}
      {next.map((firing) => (
        <A key={firing.unit + firing.at} class="item" href={unitAt(firing.unit)}>
          <span class="name">{firing.unit}</span><span class="r">{firing.clock}</span><span class="why">{firing.away}</span>
        </A>
      ))}
    </section>
  );
}

function Recent({ runs }: { runs: RunRow[] }) {
  return (
    <section class="panel">
      <header><h2>Just ended</h2><A class="more" href="/runs">all runs</A></header>
      {runs.length === 0 && <p class="calm">Nothing has ended yet.</p>}
      {runs.map((run) => (
        <A key={run.id} class="item line" href={runAt(run.task, run.id)} title={run.verdict.says}>
          <span class={`st ${run.verdict.tone}`}><Mark mark={run.verdict.mark} /></span>
          <span class="name">{run.label}</span>
          <span class="why">{run.verdict.word}{run.exit !== "" && run.exit !== "0" && `, exit ${run.exit}`}</span>
          <span class="r">{run.length}</span><span class="r ago">{run.ago}</span>
        </A>
      ))}
    </section>
  );
}
