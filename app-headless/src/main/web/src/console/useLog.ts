import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { link, watch } from "../hub/page.ts";
import { ask, part, type Answer } from "../net/api.ts";
import type { ConsoleLines } from "../view.d.ts";
import { Lines, Merged, PIECE, type Line, type Log, type Page } from "./lines.ts";

/** Where the log of a run is read. */
export const logOf = (task: string, run: string) => `/api/tasks/${part(task)}/runs/${part(run)}/log`;

/** The log of a run, or of all replicas of a service when no run is named; what calls this is drawn when it changes, once a frame. */
export function useLog(task: string, run: string | null): Log {
  const [, draw] = useState(0);
  const frame = useRef(0);
  const log = useMemo<Log>(() => {
    const changed = () => {
      if (frame.current === 0) frame.current = requestAnimationFrame(() => ((frame.current = 0), draw((n) => n + 1)));
    };
    return run === null ? new Merged(changed) : new Lines((from, limit) => fetchPage(task, run, from, limit), changed);
  }, [task, run]);
  useEffect(() => (log instanceof Merged ? follow(log, task, null) : open(log, task, run!)), [log]);
  return log;
}

async function fetchPage(task: string, run: string, from: number, limit: number) {
  const answer: Answer<Page> = await ask("GET", `${logOf(task, run)}?from=${from}&limit=${limit}`);
  return answer.ok ? answer.value : answer.problem;
}

/** The end first; what has ended needs no connection. */
function open(log: Lines, task: string, run: string): () => void {
  let close = () => {};
  let closed = false;
  void fetchPage(task, run, -PIECE, PIECE).then((page) => {
    if (closed) return;
    if (!("lines" in page)) {
      if (page.code !== "log_unknown") return log.fail(page);
      log.take({ lines: [] });
    } else {
      log.take({ lines: page.lines, first_available: page.first_available, total_lines: page.total_lines, finalized: page.finalized });
      if (page.finalized) return;
    }
    close = follow(log, task, run);
  });
  return () => {
    closed = true;
    close();
  };
}

/** What is there already is not asked for again when a connection was lost. */
function follow(log: Log, task: string, run: string | null): () => void {
  let close = show(log, task, run);
  let away = false;
  const stop = link.listen(() => {
    if (link.value.phase === "lost" && !away) close();
    if (link.value.phase === "live" && away) close = show(log, task, run);
    away = link.value.phase !== "live" && (away || link.value.phase === "lost");
  });
  return () => {
    stop();
    close();
  };
}

function show(log: Log, task: string, run: string | null): () => void {
  const query: Record<string, string> = run === null ? { task } : { task, run, from: String(log.total) };
  return watch("log", query, {
    lines: (told) => {
      const batch = told as ConsoleLines;
      for (const dropped of batch.dropped) log.take({ dropped });
      for (const region of batch.regions) log.take({ region });
      log.take({
        lines: batch.lines as Line[],
        afresh: batch.afresh,
        ...(batch.first_available === undefined ? {} : { first_available: batch.first_available }),
        ...(batch.done === undefined ? {} : { done: batch.done }),
      });
    },
    problem: (problem) => log.fail(problem),
  });
}
