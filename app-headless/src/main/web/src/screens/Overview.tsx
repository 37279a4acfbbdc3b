import { useView } from "../hub/use.ts";
import { A, runAt, unitAt } from "../parts/A.tsx";
import { DayStrip } from "../parts/DayStrip.tsx";
import { Mark, State } from "../parts/Mark.tsx";
import { Screen } from "../parts/Screen.tsx";
import { ticking, useNow } from "../parts/now.ts";
import type { Overview as State_, RunRow } from "../states.ts";
import { Host } from "./Host.tsx";
import { Teach } from "./Teach.tsx";
import { UnitTable } from "./UnitTable.tsx";

const QUERY = {};
const MOST = 4;

export function Overview() {
  const view = useView<State_>("overview", QUERY);
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
  const stop = sentence.search(/[.;,](\s|$)/);
  const cut = stop < 0 ? sentence.length : stop + (sentence[stop] === "." ? 1 : 0);
  return <><span class={tone === "bad" || tone === "warn" ? tone : ""}>{sentence.slice(0, cut)}</span>{sentence.slice(cut)}</>;
}

function Evidence({ state }: { state: State_ }) {
  return (
    <>
      <div class="cols">
        <Needs needs={state.needs} />
        <Running running={state.running} />
        <Next next={state.next} />
      </div>
      <section class="panel day-panel">
        <header><h2>Today</h2><A class="more" href="/calendar">calendar</A></header>
        <DayStrip calendar={state.today} />
      </section>
      <UnitTable units={state.units} />
      <div class="cols two-thirds">
        <Recent runs={state.recent} />
        <Host host={state.host} />
      </div>
    </>
  );
}

function Needs({ needs }: { needs: State_["needs"] }) {
  return (
    <section class="panel">
      <header><h2>Needs you</h2> {needs.length > 0 && <span class="count">{needs.length}</span>}</header>
      {needs.length === 0 && <p class="calm">Nothing does.</p>}
      {needs.slice(0, MOST).map((need) => (
        <A key={need.label} class="item" href={need.run_id === undefined ? unitAt(need.name) : runAt(need.name, need.run_id)}>
          <span class="name">{need.label}</span><span class="r"><State mark={need.mark} tone={need.tone} word={need.word} /></span>
          <span class="why">{need.why}</span>
        </A>
      ))}
      {needs.length > MOST && <A class="item all" href="/?show=attention">and {needs.length - MOST} more</A>}
    </section>
  );
}

function Running({ running }: { running: State_["running"] }) {
  const now = useNow(1000);
  return (
    <section class="panel">
      <header><h2>Running now</h2> {running.length > 0 && <span class="count">{running.length}</span>}</header>
      {running.length === 0 && <p class="calm">Nothing runs.</p>}
      {running.slice(0, MOST).map((unit) => {
        const ran = unit.started_at === undefined ? undefined : now - Date.parse(unit.started_at);
        return (
          <A key={unit.label} class="item" href={unit.run_id === undefined ? unitAt(unit.name) : runAt(unit.name, unit.run_id)}>
            <span class="name">{unit.label}</span>
            <span class="r">{unit.service || ran === undefined ? unit.says : <>{ticking(ran)}{unit.usual_ms !== undefined && <i> of ~{ticking(unit.usual_ms)}</i>}</>}</span>
            {unit.service && ran !== undefined && <span class="why">up {ticking(ran)}</span>}
            {!unit.service && ran !== undefined && unit.usual_ms !== undefined && (
              <span class={ran > unit.usual_ms * 1.5 ? "bar over" : "bar"}><i style={{ width: `${Math.min(100, (100 * ran) / unit.usual_ms)}%` }} /></span>
            )}
          </A>
        );
      })}
      {running.length > MOST && <A class="item all" href="/?show=running">and {running.length - MOST} more</A>}
    </section>
  );
}

function Next({ next }: { next: State_["next"] }) {
  return (
    <section class="panel">
      <header><h2>Up next</h2><A class="more" href="/upcoming">all</A></header>
      {next.length === 0 && <p class="calm">Nothing is due.</p>}
      {next.slice(0, MOST).map((firing) => (
        <A key={firing.name + firing.at} class="item" href={unitAt(firing.name)}>
          <span class="name">{firing.name}</span><span class="r">{firing.clock}</span><span class="why">{firing.away}</span>
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
