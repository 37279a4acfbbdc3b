import { useView } from "../hub/use.ts";
import { useCell } from "../net/use.ts";
import { Screen } from "../parts/Screen.tsx";
import { place } from "../router.ts";
import { RunFilters, wantedIn } from "./RunFilters.tsx";
import { RunTable } from "./RunTable.tsx";

export function Runs() {
  const { query } = useCell(place);
  const view = useView("runs", wantedIn(query), "runs");
  return (
    <Screen view={view} title="All runs">
      {(state) => (
        <>
          <h1 class="headline">{state.headline}</h1>
          <p class="sub">{state.order[0]?.toUpperCase()}{state.order.slice(1)}. {state.problems.length > 0 && <span class="bad">{state.problems.join(" ")}</span>}</p>
          <section class="panel"><RunFilters list={state} units={state.units} /><RunTable list={state} page={state.page} pages={state.pages} named /></section>
        </>
      )}
    </Screen>
  );
}
