import { useView } from "../hub/use.ts";
import { useCell } from "../net/use.ts";
import { A } from "../parts/A.tsx";
import { runAt } from "../parts/at.ts";
import { State } from "../parts/Mark.tsx";
import { Screen } from "../parts/Screen.tsx";
import { instantOf, wall, zone } from "../parts/zones.ts";
import { place, with_ } from "../router.ts";
import type { WhyView } from "../view.d.ts";

/** Fields leave seconds out when they are zero. */
const SECONDLESS = 16;

/** Why a unit did or did not run at a time. */
export function Why({ unit }: { unit: string }) {
  const { query } = useCell(place);
  const view = useView("why", { unit, ...(query["at"] === undefined ? {} : { at: query["at"] }) }, unit);
  return (
    <Screen view={view} title={`Why? ${unit}`}>
      {(state) => (
        <>
          <h1 class="headline"><span class={state.tone === "bad" || state.tone === "warn" ? state.tone : ""}>{state.headline}</span></h1>
          <p class="sub">{state.advice ?? "There is nothing to do about it."}</p>
          <section class="panel">
            <form class="tools" onSubmit={(event) => event.preventDefault()}>
              <label class="field wide-field"><span>What happened at</span><input type="datetime-local" step="1" value={local(query["at"])} onChange={(event) => with_({ at: instant(event.currentTarget.value) })} /></label>
              {query["at"] !== undefined && <button class="btn quiet" onClick={() => with_({ at: undefined })}>Now</button>}
            </form>
            <Steps state={state} />
          </section>
          {state.run !== undefined && (
            <p class="sub after"><State mark={state.run.verdict.mark} tone={state.run.verdict.tone} word={state.run.verdict.word} /> <A class="link" href={runAt(state.run.task, state.run.id)}>the run of {state.run.when}</A></p>
          )}
        </>
      )}
    </Screen>
  );
}

function Steps({ state }: { state: WhyView }) {
  return (
    <ol class="steps">
      {state.steps.map((step) => (
        <li key={step.asks} class={step.decides ? `decides ${step.tone}` : step.tone}>
          <b>{step.asks}</b><span>{step.says}</span>
        </li>
      ))}
    </ol>
  );
}

/** An instant as a field for a time writes it. */
function local(at: string | undefined): string {
  return at === undefined || Number.isNaN(Date.parse(at)) ? "" : wall(Date.parse(at), zone.value);
}

function instant(text: string): string | undefined {
  return text === "" ? undefined : new Date(instantOf(text.length === SECONDLESS ? `${text}:00` : text, zone.value)).toISOString();
}
