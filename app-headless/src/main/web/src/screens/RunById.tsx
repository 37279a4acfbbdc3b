import { useEffect } from "preact/hooks";
import { useView } from "../hub/use.ts";
import { runAt } from "../parts/at.ts";
import { Screen } from "../parts/Screen.tsx";
import { go } from "../router.ts";

/** A run whose unit the address does not name: it goes on to where the run is. */
export function RunById({ id }: { id: string }) {
  const view = useView("run", { id });
  const task = view.state?.row.task;
  useEffect(() => {
    if (task !== undefined) go(runAt(task, id), true);
  }, [task]);
  return <Screen view={view} title="">{() => null}</Screen>;
}
