import type { UnitView, Verb } from "../view.d.ts";
import { want } from "./do.ts";

const LABELS: Record<Verb, string> = { run: "Run now", start: "Start", restart: "Restart", stop: "Stop", pause: "Pause", resume: "Resume" };
const KEYS: Partial<Record<Verb, string>> = { run: "r", restart: "r", stop: "s", pause: "p", resume: "p" };

/** What can be done with a unit: the first that is possible is the one that is meant most. What cannot be done says why. */
export function Actions({ unit }: { unit: UnitView }) {
  const first = unit.actions.find((action) => action.why_not === undefined && action.verb !== "stop")?.verb;
  const shown = unit.actions.filter((action) => action.why_not === undefined || action.verb === "run" || action.verb === "restart");
  return (
    <>
      {[...shown].reverse().map((action) => (
        <button key={action.verb} class={action.verb === first ? "btn primary" : "btn"} aria-disabled={action.why_not !== undefined}
          title={action.why_not === undefined ? [action.note, KEYS[action.verb]].filter(Boolean).join(" · ") : `Not now: ${action.why_not}`} onClick={() => want(unit, action.verb)}>
          {LABELS[action.verb]}
        </button>
      ))}
    </>
  );
}
