import { useEffect, useRef } from "preact/hooks";
import { useView } from "../hub/use.ts";
import { Console } from "../console/Console.tsx";
import { useLog } from "../console/useLog.ts";
import { A } from "../parts/A.tsx";
import { runAt, unitAt } from "../parts/at.ts";
import { CopyButton } from "../parts/Copy.tsx";
import { deleteRuns, form, stopRun, want } from "../parts/do.ts";
import { Mark } from "../parts/Mark.tsx";
import { useNow } from "../parts/now.ts";
import { Rhythm } from "../parts/Rhythm.tsx";
import { useSubject } from "../parts/subject.ts";
import { Screen } from "../parts/Screen.tsx";
import { ticking } from "../parts/spans.ts";
import { wall, zone } from "../parts/zones.ts";
import { address, go } from "../router.ts";
import type { RunAction, RunRow, RunScreen } from "../view.d.ts";

export function Run({ id }: { id: string }) {
  const view = useView("run", { id });
  return (
    <Screen view={view} title={view.state === undefined ? "" : `${view.state.row.label} ${view.state.row.short_id}`}>
      {(state) => <Loaded key={state.row.id} state={state} />}
    </Screen>
  );
}

function Loaded({ state }: { state: RunScreen }) {
  const { row } = state;
  const log = useLog(row.task, row.id);
  useSubject(state.unit, state);
  return (
    <div class="fill">
      <div class="verdict">
        <div>
          <h1 class="headline"><span class={state.tone === "bad" || state.tone === "warn" ? state.tone : ""}>{state.verdict}</span>{state.rest}</h1>
          <p class="sub">{began(row)} {row.note}{state.live && <Ticking since={state.started_at} />}</p>
        </div>
        <div class="acts"><Acts state={state} /></div>
      </div>
      <Facts state={state} />
      <div class="two">
        <Rail state={state} />
        <Console log={log} task={row.task} run={row.id} failed={row.verdict.failure} waits={state.live && state.started_at !== undefined ? "Nothing printed yet. What it prints appears here." : "It has not started yet. What it prints appears here."} />
      </div>
    </div>
  );
}

function began(row: RunRow): string {
  const by = row.by === "by hand" ? row.by : `by ${row.by}`;
  return row.length === "" ? `Asked for ${by}, ${row.ago}.` : `Started ${by}, ${row.ago}.`;
}

function Ticking({ since }: { since: string | undefined }) {
  const now = useNow(1000);
  return since === undefined ? null : <span class="ticks-on mono" role="timer">{ticking(now - Date.parse(since))}</span>;
}

function Facts({ state }: { state: RunScreen }) {
  return (
    <dl class="facts">
      {state.facts.map((fact) => <div key={fact.name}><dt>{fact.name}</dt><dd>{fact.value}</dd></div>)}
      {state.params.map((param) => <div key={param.key}><dt>{param.key}</dt><dd>{param.value ?? "left out"}</dd></div>)}
      <div><dt>Run</dt><dd class="with-copy">{state.row.short_id}<CopyButton text={state.row.id} says="id" /></dd></div>
      {state.attempt_before !== "" && <div><dt>Before it</dt><dd><A class="link" href={runAt(state.row.task, state.attempt_before)}>attempt before</A></dd></div>}
      {state.attempt_after !== "" && <div><dt>After it</dt><dd><A class="link" href={runAt(state.row.task, state.attempt_after)}>attempt after</A></dd></div>}
    </dl>
  );
}

function Acts({ state }: { state: RunScreen }) {
  const { row, unit } = state;
  const meanings: Record<RunAction["verb"], () => void> = {
    stop: () => void stopRun(row.task, row.id),
    again: () => {
      if (unit === undefined) return;
      if (unit.service) want(unit, "restart");
      else form.set({ unit, values: Object.fromEntries(state.params.map((param) => [param.key, param.value])) });
    },
    diff: () => go(address(["diff", state.last_good, row.id])),
    why: () => go(address(["tasks", row.task, "why"], { at: state.created_at })),
    delete: () => void deleteRuns({ ids: [row.id] }).then((done) => done && go(unitAt(row.task))),
  };
  const shown = state.actions.filter((action) => action.why_not === undefined || action.verb === "again");
  const first = shown.find((action) => action.why_not === undefined && action.verb === "stop") ?? shown.find((action) => action.verb === "again" && action.why_not === undefined);
  const order = (action: RunAction) => (action === first ? 9 : action.verb === "delete" ? 0 : 1);
  return (
    <>
      {[...shown].sort((a, b) => order(a) - order(b)).map((action) => (
        <button key={action.verb} class={action === first ? "btn primary" : action.verb === "delete" ? "btn quiet" : "btn"} data-verb={action.verb} aria-disabled={action.why_not !== undefined}
          title={action.why_not === undefined ? action.note : `Not now: ${action.why_not}`} onClick={() => action.why_not === undefined && meanings[action.verb]()}>
          {action.label}
        </button>
      ))}
    </>
  );
}

/** The runs of the unit around this one. */
function Rail({ state }: { state: RunScreen }) {
  const list = useRef<HTMLDivElement>(null);
  // Once: whoever scrolls on stays where they are, however often the state comes.
  useEffect(() => {
    // Of the list alone: on a phone it is below, and the page begins with its sentence.
    const on = list.current?.querySelector<HTMLElement>(".on");
    if (on) list.current!.scrollTop = Math.max(0, on.offsetTop - list.current!.offsetTop - (list.current!.clientHeight - on.clientHeight) / 2);
  }, [state.row.id]);
  return (
    <nav class="panel rail" aria-label={`Runs of ${state.row.task}`}>
      <header><h2>Runs</h2><span class="more"><Rhythm unit={state.row.task} rhythm={state.rhythm} width={3} height={18} /></span></header>
      <div ref={list} class="rows-box">
        {state.runs.map((run) => <RailRow key={run.id} run={run} on={run.id === state.row.id} />)}
        <A class="item all" href={unitAt(state.row.task)}>all of {state.row.task}</A>
      </div>
    </nav>
  );
}

function RailRow({ run, on }: { run: RunRow; on: boolean }) {
  const note = [run.exit !== "" && run.exit !== "0" ? `exit ${run.exit}` : "", run.retry !== undefined ? `retry ${run.retry}` : "", run.verdict.mark === "off" || run.verdict.mark === "missed" ? run.verdict.word : ""].filter(Boolean).join(" · ");
  return (
    <A class={on ? "rrow on" : "rrow"} href={runAt(run.task, run.id)} data-row aria-current={on ? "true" : undefined} title={run.note ?? run.verdict.says}>
      <span class={`st ${run.verdict.tone} ${run.verdict.mark}`}><Mark mark={run.verdict.mark} /><span class="unseen">{run.verdict.word}</span></span>
      <span class="t">{run.when.startsWith(wall(Date.now(), zone.value).slice(0, 10)) ? run.when.slice(11) : run.when.slice(5, 16)}{run.label !== run.task && <i> {run.label.slice(run.task.length)}</i>}</span>
      <span class="d">{run.verdict.mark === "running" ? "runs" : run.length}</span>
      {note !== "" && <span class="x">{note}</span>}
    </A>
  );
}
