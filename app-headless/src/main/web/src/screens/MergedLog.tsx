import { Console } from "../console/Console.tsx";
import { useLog } from "../console/useLog.ts";
import { useView } from "../hub/use.ts";
import { Actions } from "../parts/Actions.tsx";
import { Screen } from "../parts/Screen.tsx";

/** What all replicas of a service print, together. */
export function MergedLog({ name }: { name: string }) {
  const view = useView("unit", { name });
  const log = useLog(name, null);
  return (
    <Screen view={view} title={`${name} log`}>
      {(state) => (
        <div class="fill">
          <div class="verdict">
            <div><h1 class="headline">What {name} prints</h1><p class="sub">All replicas in one, as it comes; each line carries its replica. {state.unit?.sentence}</p></div>
            <div class="acts">{state.unit !== undefined && <Actions unit={state.unit} />}</div>
          </div>
          <Console log={log} task={name} run={null} waits="Nothing printed yet. What any replica prints appears here." />
        </div>
      )}
    </Screen>
  );
}
