import { ask, type Problem } from "../net/api.ts";
import { Cell } from "../net/cell.ts";
import { retry } from "../hub/page.ts";
import { forget } from "../hub/use.ts";
import { proof } from "./proof.ts";

/** Whether somebody is let in. `expired` is told to those who were in when their session ended. */
export type Session = "unknown" | "in" | "out" | "expired";

export const session = new Cell<Session>("unknown");

export async function look(): Promise<Problem | null> {
  const status = await ask<{ auth_required: boolean; authenticated: boolean }>("GET", "/api/auth/status");
  if (!status.ok) return status.problem;
  const { auth_required, authenticated } = status.value;
  if (!auth_required || authenticated) session.set("in");
  else if (session.value !== "expired") session.set("out");
  return null;
}

/** The connection or a command was refused: the session is over. */
export function ended(): void {
  if (session.value === "in") session.set("expired");
}

/** Proves the password; what went wrong, or null when it was right. */
export async function signIn(password: string): Promise<Problem | null> {
  const challenge = await ask<{ nonce: string }>("GET", "/api/auth/challenge");
  if (!challenge.ok) return challenge.problem;
  const { nonce } = challenge.value;
  const answer = await ask<{ token: string }>("POST", "/api/auth", { nonce, response: proof(password, nonce) });
  if (!answer.ok) return answer.problem;
  session.set("in");
  retry();
  return null;
}

export async function signOut(): Promise<void> {
  await ask("POST", "/api/auth/logout");
  forget();
  session.set("out");
  retry();
}

/** What to tell somebody who could not come in. */
export function refusal(problem: Problem): string {
  switch (problem.code) {
    case "password_wrong":
      return "That is not the password.";
    case "challenge_invalid":
      return "That took too long. Try once more.";
    case "too_many_requests":
      return `Too many attempts. Wait ${problem.retryAfter === undefined ? "a minute" : waiting(problem.retryAfter)}, then try again.`;
    case "unreachable":
      return "The daemon does not answer. Is it running, and is this its address?";
    case "cross_site":
    case "host_refused":
      return problem.detail;
    default:
      return problem.detail === "" ? problem.title : problem.detail;
  }
}

function waiting(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
