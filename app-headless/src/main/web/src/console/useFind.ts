import { useEffect, useState } from "preact/hooks";
import { ask, part } from "../net/api.ts";
import { caseMatters } from "./marked.ts";
import { plain } from "./ansi.ts";
import { Merged, type Log } from "./lines.ts";

/** What was found in a log: the numbers of the lines, in order. */
export interface Found {
  lines: number[];
  searching: boolean;
  more: boolean;
  wrong: string;
}

const NOTHING: Found = { lines: [], searching: false, more: false, wrong: "" };
const TYPING_MS = 200;
const MOST = 1000;

/** Lines of the whole log that have a text: the daemon searches what is on disk. */
export function useFind(log: Log, task: string, run: string | null, text: string): Found {
  const [found, setFound] = useState(NOTHING);
  const size = text === "" ? 0 : Math.floor(log.total / MOST);
  useEffect(() => {
    if (text === "") return setFound(NOTHING);
    setFound((before) => ({ ...before, searching: true }));
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const result = log instanceof Merged || run === null ? held(log, text) : await search(task, run, text, stop.signal);
      if (!stop.signal.aborted) setFound(result);
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [log, text, log.finalized, size]);
  return found;
}

async function search(task: string, run: string, text: string, signal: AbortSignal): Promise<Found> {
  const query = new URLSearchParams({ q: text, run_id: run, limit: String(MOST), case: String(caseMatters(text)) });
  const answer = await ask<{ hits: { n: number }[]; exhausted: boolean }>("GET", `/api/tasks/${part(task)}/log/search?${query}`, undefined, signal);
  if (!answer.ok) return { ...NOTHING, wrong: answer.problem.title };
  const lines = answer.value.hits.map((hit) => hit.n).sort((a, b) => a - b);
  return { lines, searching: false, more: !answer.value.exhausted, wrong: "" };
}

function held(log: Log, text: string): Found {
  const lines: number[] = [];
  const fold = (line: string) => (caseMatters(text) ? line : line.toLowerCase());
  for (let n = log.first; n < log.total && lines.length < MOST; n++) {
    const line = log.at(n);
    if (line !== undefined && fold(plain(line.text)).includes(text)) lines.push(n);
  }
  return { ...NOTHING, lines };
}

/** The next line with the text behind a place, or the last before it; it goes on at the other end. */
export function step(lines: number[], from: number, back: boolean): number | undefined {
  if (back) return lines.findLast((n) => n < from) ?? lines.at(-1);
  return lines.find((n) => n > from) ?? lines[0];
}
