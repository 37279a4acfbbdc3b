import { useState } from "preact/hooks";
import { useView } from "../hub/use.ts";
import { useCell } from "../net/use.ts";
import { A } from "../parts/A.tsx";
import { runAt, unitAt } from "../parts/at.ts";
import { Actions } from "../parts/Actions.tsx";
import { allTime, History } from "../parts/History.tsx";
import { State } from "../parts/Mark.tsx";
import { useSubject } from "../parts/subject.ts";
import { Screen } from "../parts/Screen.tsx";
import { place } from "../router.ts";
import type { UnitScreen } from "../view.d.ts";
import { Details } from "./Details.tsx";
import { Opening } from "./Overview.tsx";
import { OutputSearch } from "./OutputSearch.tsx";
import { RunFilters, wantedIn } from "./RunFilters.tsx";
import { RunTable } from "./RunTable.tsx";

export function Task({ name }: { name: string }) {
  const { query } = useCell(place);
  const { task: _, ...wanted } = wantedIn(query);
  const view = useView("unit", { name, ...wanted }, name);
  return <Screen view={view} title={name}>{(state) => <Loaded key={name} state={state} />}</Screen>;
}

function Loaded({ state }: { state: UnitScreen }) {
  const [details, setDetails] = useState(false);
  const { unit } = state;
  useSubject(unit);
  return (
    <>
      <div class="verdict">
        <div>
          <h1 class="headline"><Opening sentence={unit?.sentence ?? state.says ?? state.name} tone={unit?.tone ?? "quiet"} /></h1>
          <p class="sub">
            {unit !== undefined && <><State mark={unit.mark} tone={unit.tone} word={unit.word} /> <span class="sep">·</span> <span class={unit.mark === "paused" ? "struck-out" : ""}>{unit.schedule}</span></>}
            {unit !== undefined && (unit.description ?? "") !== "" && <> <span class="sep">·</span> {unit.description}</>}
          </p>
        </div>
        <div class="acts">
          <button class="btn quiet" onClick={() => setDetails(true)}>Details</button>
          <A class="btn" href={`${unitAt(state.name)}/why`}>Why?</A>
          {unit?.service && <A class="btn" href={`${unitAt(state.name)}/log`}>Log</A>}
          {unit !== undefined && <Actions unit={unit} />}
        </div>
      </div>
      {state.replicas.length > 0 && <Replicas state={state} />}
      {state.history.bars.some((bar) => !unit?.service || bar.mark !== "running") && (
        <section class="panel history">
          <header><h2>{unit?.service ? "How long its lives were" : "How long it took"}</h2><Narrowed bars={state.history.bars.length} usual={state.history.usual !== undefined} going={state.history.bars.some((bar) => bar.mark === "running")} /></header>
          <History unit={state.name} history={state.history} />
        </section>
      )}
      <section class="panel">
        <header><h2>Runs</h2><span class="more">{state.runs.headline}</span></header>
        <RunFilters list={state.runs} of={state.name} />
        <RunTable list={state.runs} page={state.page} pages={state.pages} named={unit?.service ?? false} />
      </section>
      <OutputSearch unit={state.name} />
      {details && <Details state={state} close={() => setDetails(false)} />}
    </>
  );
}

/** What the chart is for, or the way back from the time to which it has narrowed the list. */
function Narrowed({ bars, usual, going }: { bars: number; usual: boolean; going: boolean }) {
  const { query } = useCell(place);
  if (query["from"] !== undefined || query["to"] !== undefined) return <span class="more"><button class="btn quiet" onClick={allTime}>Runs of any time</button></span>;
  return <span class="more">{[usual ? "the band is what is usual" : "", going ? "hollow bars still run" : "", bars > 1 ? "drag over bars to list them" : ""].filter(Boolean).join("; ")}</span>;
}

function Replicas({ state }: { state: UnitScreen }) {
  return (
    <section class="panel replicas">
      <header><h2>Replicas</h2><span class="count">{state.replicas.length}</span></header>
      {state.replicas.map((replica) => {
        const inside = <><span class="name">{replica.label}</span><span class="r"><State mark={replica.mark} tone={replica.tone} word={replica.word} /></span><span class="why">{replica.sentence}</span></>;
        return replica.run_id === "" ? <div key={replica.index} class="item">{inside}</div> : <A key={replica.index} class="item" href={runAt(state.name, replica.run_id)}>{inside}</A>;
      })}
    </section>
  );
}
