/** What the daemon says when it cannot do something; `status` 0 means that it was not reached. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  retryAfter?: number;
  /** Each mistake with its place. */
  errors?: { message: string; location?: string; value?: string }[];
}

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

const UNREACHED: Problem = {
  status: 0,
  code: "unreachable",
  title: "The daemon cannot be reached",
  detail: "Nothing answers at this address. Is it running?",
};

/** The browser's words for an address part that came from people. */
export const part = encodeURIComponent;

export async function ask<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer<T>> {
  const init: RequestInit = { method, headers: { Accept: "application/json", "X-Requested-With": "runwisp" }, credentials: "same-origin" };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    (init.headers as Record<string, string>)["Content-Type"] = "application/json";
  }
  if (signal) init.signal = signal;
  try {
    const response = await fetch(path, init);
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    const text = await response.text();
    return { ok: true, value: (text === "" ? undefined : JSON.parse(text)) as T };
  } catch {
    return { ok: false, problem: UNREACHED };
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const told = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const problem: Problem = {
    status: response.status,
    code: told.code ?? "unknown",
    title: told.title ?? `The daemon answered ${response.status}`,
    detail: told.detail ?? "",
    ...(told.errors === undefined ? {} : { errors: told.errors }),
  };
  const wait = Number(response.headers.get("Retry-After"));
  return wait > 0 ? { ...problem, retryAfter: wait } : problem;
}

/** A problem in one sentence. */
export function says(problem: Problem): string {
  return problem.detail === "" ? `${problem.title}.` : problem.detail;
}
