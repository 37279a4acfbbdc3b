import { ask, part, says, type Answer } from "../net/api.ts";
import { go } from "../router.ts";
import { ended } from "../sign/session.ts";
import type { Action, RunSelector, UnitView, Verb } from "../view.d.ts";
import { runAt } from "./at.ts";
import { Cell } from "../net/cell.ts";
import { toast } from "./toast.ts";

/* What is done to the daemon from this page. */

/** What is asked about before it is done: null while nothing is. */
export const asked = new Cell<{ unit: UnitView; action: Action } | null>(null);
/** Which runs a command for many is about. */
export type Choice = Partial<RunSelector>;

/** For which unit, and with which values, a form is shown: null while none is. */
export const form = new Cell<{ unit: UnitView; values: Record<string, string | undefined>; note?: string } | null>(null);

const PATHS: Record<Verb, string> = { run: "trigger", start: "start", restart: "restart", stop: "stop", pause: "pause", resume: "resume" };
const DONE: Record<Verb, string> = { run: "was started", start: "is started", restart: "is restarted", stop: "is stopped", pause: "is paused", resume: "goes on" };

/** What needs no second thought is done at once. */
const HARMLESS: ReadonlySet<Verb> = new Set<Verb>(["resume", "start", "pause"]);

export function want(unit: UnitView, verb: Verb): void {
  const action = unit.actions.find((one) => one.verb === verb);
  if (action === undefined) return;
  if (action.why_not !== undefined) return toast(`Not now: ${action.why_not}.`, { bad: true });
  if (HARMLESS.has(verb) && action.note === undefined) void act(unit.name, verb);
  else if (verb === "run") form.set({ unit, values: {}, ...(action.note === undefined ? {} : { note: action.note }) });
  else asked.set({ unit, action });
}

export async function act(name: string, verb: Verb): Promise<void> {
  const answer = await ask("POST", `/api/tasks/${part(name)}/${PATHS[verb]}`);
  if (told(answer)) toast(`${name} ${DONE[verb]}.`);
}

/** Starts a run and goes to it. */
export async function trigger(name: string, params: Record<string, string | null>): Promise<boolean> {
  const body = Object.keys(params).length === 0 ? undefined : { params };
  const answer = await ask<{ id: string }>("POST", `/api/tasks/${part(name)}/trigger`, body);
  if (!told(answer)) return false;
  go(runAt(name, answer.value.id));
  return true;
}

export async function stopRun(task: string, id: string): Promise<void> {
  if (told(await ask("POST", `/api/tasks/${part(task)}/runs/${part(id)}/stop`))) toast("It was told to end.");
}

/** How many were touched, and what was left as it was, with the reason. */
interface Affected {
  affected: number;
  deletion?: string;
  passed_over: { detail: string }[];
}

const runs = (count: number, many: string, one: string) => `${count === 0 ? "No run" : count.toLocaleString("en")} ${count === 0 ? one : count === 1 ? `run ${one}` : `runs ${many}`}`;
const rest = (passed: { detail: string }[]) => passed.map((one) => ` ${one.detail}`).join("");

/** Deletes runs; for some seconds they can be had back. */
export async function deleteRuns(choice: Choice): Promise<boolean> {
  const answer = await ask<Affected>("POST", "/api/runs/bulk/delete", choice);
  if (!told(answer)) return false;
  const { affected, deletion, passed_over } = answer.value;
  toast(`${runs(affected, "were", "was")} deleted.${rest(passed_over)}`, affected > 0 && deletion !== undefined ? { undo: () => void restore(deletion) } : { bad: true });
  return affected > 0;
}

/** Takes one deletion back, and no other. */
async function restore(deletion: string): Promise<void> {
  const answer = await ask<Affected>("POST", "/api/runs/bulk/restore", { deletion });
  if (!told(answer)) return;
  const { affected } = answer.value;
  toast(affected === 0 ? "They are gone for good: it was too late." : `${runs(affected, "are", "is")} back.`, { bad: affected === 0 });
}

export async function cancelRuns(choice: Choice): Promise<boolean> {
  const answer = await ask<Affected>("POST", "/api/runs/bulk/cancel", choice);
  if (!told(answer)) return false;
  toast(`${runs(answer.value.affected, "were", "was")} told to end.${rest(answer.value.passed_over)}`, { bad: answer.value.affected === 0 });
  return true;
}

export async function rerunRuns(choice: Choice): Promise<boolean> {
  const answer = await ask<{ triggered: unknown[]; passed_over: { detail: string }[] }>("POST", "/api/runs/bulk/rerun", choice);
  if (!told(answer)) return false;
  toast(`${runs(answer.value.triggered.length, "were", "was")} started.${rest(answer.value.passed_over)}`, { bad: answer.value.triggered.length === 0 });
  return true;
}

/** Whether it was done; if not, why is told. */
export function told<T>(answer: Answer<T>): answer is { ok: true; value: T } {
  if (answer.ok) return true;
  if (answer.problem.status === 401) ended();
  else toast(says(answer.problem), { bad: true });
  return false;
}
