import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { keep, kept } from "../net/keep.ts";
import { useCell } from "../net/use.ts";
import { place, with_ } from "../router.ts";
import { zone } from "../parts/zones.ts";
import { Bar } from "./Bar.tsx";
import { clocksOf } from "./Rows.tsx";
import type { Lines, Log, Merged } from "./lines.ts";
import { step, useFind } from "./useFind.ts";
import { Window, type Sight } from "./Window.tsx";

export interface ConsoleProps {
  log: Log;
  task: string;
  /** The run; null for the merged log of a service. */
  run: string | null;
  /** What to say while nothing has been printed. */
  waits: string;
  /** Whether to show the last line of standard error first. */
  failed?: boolean;
}

/** The lines that somebody has picked, as they stand in an address: counted from 1. */
export function picked(text: string | undefined): [number, number] | null {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text ?? "");
  if (match === null) return null;
  const first = Number(match[1]) - 1;
  const last = match[2] === undefined ? first : Number(match[2]) - 1;
  return [Math.min(first, last), Math.max(first, last)];
}

/** What runs print: live, paged back from disk, found in, linked to by line. */
export function Console({ log, task, run, waits, failed = false }: ConsoleProps) {
  const { query } = useCell(place);
  const [wrap, setWrap] = useState(kept("wrap", "") === "yes");
  const [times, setTimes] = useState(kept("times", "yes") === "yes");
  const [large, setLarge] = useState(false);
  const find = query["find"] ?? "";
  const found = useFind(log, task, run, find);
  const pick = picked(query["line"]);
  const where = useCell(zone);
  const manner = useMemo(() => ({ times, clocks: clocksOf(where), find, tags: run === null }), [times, where, find, run]);
  const sight = useRef<Sight | null>(null);
  const frame = useRef<HTMLElement>(null);

  const flip = (name: string, value: boolean, set: (value: boolean) => void) => {
    set(value);
    keep(name, value ? "yes" : "no");
  };
  const go = (line: number | undefined) => {
    if (line === undefined) return;
    with_({ line: String(line + 1) });
    sight.current?.show(line);
  };
  const walk = (back: boolean) => {
    if (pick !== null && pick[0] === pick[1] && found.lines.includes(pick[0]) && sight.current?.within(pick[0], back)) return;
    go(step(found.lines, pick?.[0] ?? (back ? log.total : -1), back));
  };

  // A link to a line shows it once, when the lines are there; a failed run is opened at its last complaint.
  const shown = useRef<Log | null>(null);
  useEffect(() => {
    if (!log.loaded || shown.current === log) return;
    shown.current = log;
    if (pick !== null) sight.current?.show(pick[0]);
    else if (failed) sight.current?.hint(complaint(log));
  }, [log, log.loaded]);

  const keys = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act({ walk, wrap: () => flip("wrap", !wrap, setWrap), times: () => flip("times", !times, setTimes), large: () => setLarge(!large), sight: sight.current, find: () => frame.current?.querySelector<HTMLInputElement>("[data-find]")?.focus() });
  };

  return (
    <section class={`console${large ? " large" : ""}`} aria-label="Output" ref={frame} onKeyDown={keys}>
      <Bar log={log} task={task} run={run} find={find} found={found} pick={pick} walk={walk} go={go}
        wrap={wrap} setWrap={(on) => flip("wrap", on, setWrap)} times={times} setTimes={(on) => flip("times", on, setTimes)} large={large} setLarge={setLarge} />
      <Window log={log} task={task} manner={manner} wrap={wrap} pick={pick} sight={sight} waits={waits}
        choose={(line, more) => with_({ line: more && pick !== null ? `${pick[0] + 1}-${line + 1}` : pick !== null && pick[0] === line && pick[1] === line ? undefined : String(line + 1) })} />
    </section>
  );
}

interface Means {
  walk(back: boolean): void;
  wrap(): void;
  times(): void;
  large(): void;
  find(): void;
  sight: Sight | null;
}

const KEYS: Record<string, (means: Means) => void> = {
  n: (means) => means.walk(false),
  N: (means) => means.walk(true),
  w: (means) => means.wrap(),
  t: (means) => means.times(),
  f: (means) => means.large(),
  "/": (means) => means.find(),
  G: (means) => means.sight?.end(),
  End: (means) => means.sight?.end(),
  Home: (means) => means.sight?.move(-Infinity),
  PageUp: (means) => means.sight?.page(-1),
  PageDown: (means) => means.sight?.page(1),
  ArrowUp: (means) => means.sight?.move(-1),
  ArrowDown: (means) => means.sight?.move(1),
};

/** The last line of standard error among the last lines. */
function complaint(log: Lines | Merged): number | null {
  for (let n = log.total - 1; n >= log.first && n > log.total - 500; n--) if (log.at(n)?.stream === "stderr") return n;
  return null;
}
