import { useState } from "preact/hooks";
import { useView } from "../hub/use.ts";
import { ask, type Problem } from "../net/api.ts";
import { told } from "../parts/do.ts";
import { Mistakes, Screen } from "../parts/Screen.tsx";
import { toast } from "../parts/toast.ts";
import type { PlanKind, PlanView } from "../view.d.ts";

const SIGNS: Record<PlanKind, string> = { added: "+", removed: "−", changed: "~", needs_restart: "!", stale: "?", warning: "!" };
const WORDS: Record<PlanKind, string> = { added: "comes", removed: "goes", changed: "differs", needs_restart: "after a new start", stale: "left as it is", warning: "warning" };

/** What a reload would do, and the button that does it. */
export function Reload() {
  const view = useView("plan", {});
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const apply = async () => {
    setBusy(true);
    const answer = await ask("POST", "/api/reload", {});
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (told(answer)) toast("The configuration was taken anew.");
  };
  return (
    <Screen view={view} title="Reload">
      {(state) => (
        <>
          <div class="verdict">
            <div><h1 class="headline">{state.headline}</h1><p class="sub">This is what the file says now against what is in force. It is taken as a whole or not at all; what runs and does not change is not touched.</p></div>
            <div class="acts"><button class="btn primary" disabled={busy || !state.changes} onClick={() => void apply()}>{busy ? "Reloading…" : "Reload"}</button></div>
          </div>
          {problem !== null && <Mistakes problem={problem} />}
          {state.lines.length > 0 && <Plan plan={state} />}
        </>
      )}
    </Screen>
  );
}

function Plan({ plan }: { plan: PlanView }) {
  return (
    <section class="panel plan">
      {plan.lines.map((line, i) => (
        <div key={i} class={`plan-line ${line.kind}`}>
          <span class="sign mono" aria-hidden="true">{SIGNS[line.kind]}</span>
          <span class="kind">{WORDS[line.kind]}</span>
          <span class="name">{line.unit}</span>
          <span class={line.tone === "warn" || line.tone === "bad" ? line.tone : "dim"}>{line.says}</span>
        </div>
      ))}
    </section>
  );
}
