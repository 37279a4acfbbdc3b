import { useView } from "../hub/use.ts";
import { useCell } from "../net/use.ts";
import { A } from "../parts/A.tsx";
import { DayStrip } from "../parts/DayStrip.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Screen } from "../parts/Screen.tsx";
import { address, place } from "../router.ts";
import type { CalendarScreen, CalendarView } from "../view.d.ts";

export function Calendar() {
  const { query } = useCell(place);
  const span = query["span"] === "week" ? "week" : "day";
  const view = useView("calendar", { span, ...(query["day"] === undefined ? {} : { day: query["day"] }) }, "calendar");
  return (
    <Screen view={view} title="Calendar">
      {(state) => (
        <>
          <div class="verdict">
            <div><h1 class="headline">{state.headline}</h1><p class="sub">{state.clocks ?? "What ran is filled, what will run is outlined. Colliding starts are listed below each day."}</p></div>
            <div class="acts"><Turn state={state} span={span} /></div>
          </div>
          {state.days.map((day) => <Day key={day.axis.from} day={day} alone={state.days.length === 1} />)}
        </>
      )}
    </Screen>
  );
}

function Turn({ state, span }: { state: CalendarScreen; span: string }) {
  const to = (day: string | undefined, wanted = span) => address(["calendar"], { day, span: wanted === "day" ? undefined : wanted });
  return (
    <>
      <span class="joined" role="group" aria-label="How much">
        <A class={span === "day" ? "btn on" : "btn"} href={to(state.day, "day")} aria-current={span === "day" ? "true" : undefined}>Day</A>
        <A class={span === "week" ? "btn on" : "btn"} href={to(state.day, "week")} aria-current={span === "week" ? "true" : undefined}>Week</A>
      </span>
      <A class="btn" href={to(state.previous)} aria-label={`The ${span} before`}><Icon name="left" size={14} /></A>
      <A class="btn" href={to(undefined)}>Today</A>
      <A class="btn" href={to(state.next)} aria-label={`The ${span} after`}><Icon name="right" size={14} /></A>
    </>
  );
}

function Day({ day, alone }: { day: CalendarView; alone: boolean }) {
  return (
    <section class="panel day-panel" aria-label={day.axis.label}>
      <header><h2>{day.axis.label}</h2>{!alone && <span class="more">{day.headline}</span>}</header>
      {day.axis.clocks !== undefined && <p class="note-line warn">{day.axis.clocks}</p>}
      {day.lanes.length === 0 ? <p class="calm">Nothing ran, and nothing is due.</p> : <DayStrip calendar={day} />}
      {day.collisions.length > 0 && (
        <details class="collisions" open={alone}>
          <summary>When several units start in one minute</summary>
          <ul>{day.collisions.map((collision) => <li key={collision.says} class="mono">{collision.says}</li>)}</ul>
        </details>
      )}
      {day.note !== undefined && <p class="calm">{day.note}</p>}
    </section>
  );
}
