import type { MutableRef } from "preact/hooks";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { says } from "../net/api.ts";
import { Geometry, ROW, walk } from "./geometry.ts";
import { Heights } from "./heights.ts";
import type { Log } from "./lines.ts";
import { Row, Text, type Manner } from "./Rows.tsx";
import { Status } from "./Status.tsx";

/** What can be done with what is seen. */
export interface Sight {
  following: boolean;
  first: number;
  last: number;
  show(line: number): void;
  /** Shows the next text that was found in a line and is out of sight, if there is one. */
  within(line: number, back: boolean): boolean;
  /** Shows a line only if it could not be seen otherwise. */
  hint(line: number | null): void;
  move(rows: number): void;
  page(pages: number): void;
  end(): void;
}

interface Props {
  log: Log;
  task: string;
  manner: Manner;
  wrap: boolean;
  pick: [number, number] | null;
  sight: MutableRef<Sight | null>;
  waits: string;
  choose(line: number, more: boolean): void;
}

/** Before what is not held is fetched, it must have been looked at for so long: a log that rushes by is not fetched twice. */
const LOOKED_MS = 60;
const AROUND = 60;
/** How wide a letter of the console is. */
const LETTER = 7.2;
const NEAR = 1.5;
/** What stands before the text of a line and stays where it is. */
const EDGE = 60;

/** The part of a log that is seen: only its rows are drawn, whatever the size of the log. */
export function Window({ log, task, manner, wrap, pick, sight, waits, choose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const expected = useRef(-1);
  const [view, setView] = useState(400);
  const [columns, setColumns] = useState(100);
  const [top, setTop] = useState(0);
  const [atEnd, setFollowing] = useState(true);
  const [, drawAgain] = useState(0);
  const sought = useRef<number | null>(null);
  const heights = useMemo(() => new Heights(log, columns), [log, columns]);
  const geometry = new Geometry(log.total - log.first, view, wrap ? heights.sums() : undefined);
  const following = atEnd || geometry.end === 0;
  const at = following ? geometry.end : geometry.clamp(top - log.first);
  const rows = view / ROW;
  // What is wrapped is higher than its letters say rather than lower: a little more is drawn, and never many lines that are very long.
  const from = following && wrap ? heights.above(rows + 1) : Math.floor(at) + log.first;
  const to = wrap ? (following ? log.total : Math.min(from + geometry.rows(), heights.below(at + log.first, 2 * rows))) : Math.min(log.total, from + geometry.rows());

  const move = (wanted: number, follow = !wrap && wanted - log.first >= geometry.end - NEAR) => {
    setTop(geometry.clamp(wanted - log.first) + log.first);
    setFollowing(follow);
  };
  /** Goes by so many rows of the usual height. */
  const by = (count: number) => {
    if (!wrap) return move(log.first + at + count);
    const { place, ended } = seen(box.current!, log.total);
    if (count > 0 && (ended || place - log.first >= geometry.end)) return move(log.total, true);
    move(walk(place, count, log.first, log.total, (n) => heights.of(n)), false);
  };
  /** Where a line is seen well, with what is before it. */
  const before = (line: number) => (wrap ? walk(line, -Math.floor(rows / 3), log.first, log.total, (n) => heights.of(n)) : line - Math.floor(rows / 2));
  sight.current = {
    following, first: from, last: to,
    show: (line) => {
      sought.current = line;
      move(before(line), false);
    },
    hint: (line) => line !== null && line < log.first + geometry.end && move(before(line), false),
    within: (line, back) => {
      const hit = beyond(box.current!, line, back);
      if (hit !== null) look(hit);
      return hit !== null;
    },
    move: by,
    page: (pages) => by(pages * (rows - 1)),
    end: () => move(log.total, true),
  };
  /** Brings a hit into sight that stands far within its line. */
  const look = (hit: HTMLElement) => {
    const row = hit.closest<HTMLElement>("[data-line]")!;
    const [edge, inside, own] = [box.current!, hit, row].map((element) => element.getBoundingClientRect()) as [DOMRect, DOMRect, DOMRect];
    if (inside.left < edge.left + EDGE || inside.right > edge.right) box.current!.scrollLeft += inside.left - edge.left - edge.width / 2;
    if (wrap && (inside.top < edge.top || inside.bottom > edge.bottom)) {
      const line = Number(row.dataset["line"]);
      move(walk(line + (inside.top - own.top) / own.height, -Math.floor(rows / 3), log.first, log.total, (n) => heights.of(n)), false);
    }
  };

  useEffect(() => {
    const watch = new ResizeObserver(() => box.current !== null && setView(box.current.clientHeight));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => log.need(from - AROUND, to + AROUND), LOOKED_MS);
    return () => clearTimeout(timer);
  }, [log, from, to, log.total === 0]);
  useLayoutEffect(() => {
    const wanted = Math.round(geometry.scroll(at));
    if (Math.abs(box.current!.scrollTop - wanted) > 1) box.current!.scrollTop = wanted;
    expected.current = box.current!.scrollTop;
    // How high the first row is when it is wrapped, only the browser knows.
    const list = box.current!.querySelector<HTMLElement>(".rows")!;
    const drawn = wrap ? [...list.querySelectorAll<HTMLElement>("[data-line]")] : [];
    const high = drawn[0]?.offsetHeight ?? ROW;
    list.style.transform = following ? "" : `translateY(${-(at % 1) * high}px)`;
    if (drawn.length > 0) {
      setColumns(Math.max(1, Math.floor(drawn[0]!.querySelector(".tx")!.clientWidth / LETTER)));
      if (drawn.filter((row) => heights.see(Number(row.dataset["line"]), row.offsetHeight / ROW)).length > 0) drawAgain((n) => n + 1);
    }
    const line = sought.current;
    if (line === null || log.at(line) === undefined) return;
    sought.current = null;
    const hit = box.current!.querySelector<HTMLElement>(`[data-line="${line}"] .hit`);
    if (hit !== null) look(hit);
  });

  const scrolled = () => {
    // What is left may be told that it scrolled.
    if (box.current === null) return;
    const now = box.current.scrollTop;
    if (Math.abs(now - expected.current) <= 1) return;
    expected.current = now;
    move(log.first + geometry.top(now), geometry.ends(now));
  };
  // Where a pixel of the scroll bar stands for many rows, the wheel goes by rows all the same.
  useEffect(() => {
    const turn = (event: WheelEvent) => {
      if ((!geometry.scaled && !wrap) || event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      event.preventDefault();
      sight.current?.move(event.deltaMode === 0 ? event.deltaY / ROW : event.deltaY);
    };
    const element = box.current!;
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, [geometry.scaled, wrap]);

  const click = (event: MouseEvent) => {
    const number = (event.target as Element).getAttribute("data-number");
    if (number !== null) choose(Number(number), event.shiftKey);
  };
  const digits = String(log.total).length;
  const live = to >= log.total ? log.live() : [];
  return (
    <>
    <div class={`lines${wrap ? " wrap" : ""}`} ref={box} onScroll={scrolled} onClick={click} tabIndex={0} role="log" aria-label="Lines" aria-live="off" data-digits={Math.min(9, Math.max(3, digits))}>
      <div class="tall" style={{ height: `${geometry.height}px` }}>
        <div class={following && (geometry.end > 0 || live.length > 0) ? "win end" : "win"} style={{ height: `${view}px` }}>
          <div class="rows">
            {log.first > 0 && from === log.first && !following && <div class="row note"><span class="tx">{log.first.toLocaleString("en")} lines before these are gone: the log had reached its largest size.</span></div>}
            {Array.from({ length: Math.max(0, to - from) }, (_, i) => {
              const n = from + i;
              const line = log.at(n);
              return <Row key={n} n={n} line={line} manner={manner} on={pick !== null && n >= pick[0] && n <= pick[1]} tag={manner.tags ? tagOf(task, line?.replica_index) : ""} />;
            })}
            {live.map((row, i) => <div key={`live${i}`} class="row live"><span class="n" /><span class="tx"><Text text={row} find="" /></span></div>)}
          </div>
        </div>
      </div>
      {log.problem !== null ? <p class="over-lines bad" role="alert">The output cannot be read. {says(log.problem)}</p> : log.total === 0 && live.length === 0 && <p class="over-lines">{!log.loaded ? "Loading." : log.finalized ? "It printed nothing." : waits}</p>}
      {!following && <button class="to-end" onClick={() => sight.current?.end()}>{log.finalized ? "To the end" : "Follow"} ↓</button>}
    </div>
    <Status log={log} following={following} last={to} />
    </>
  );
}

/** What is seen of rows that are wrapped: the place at the top, and whether the last line is seen to its end. */
function seen(box: HTMLElement, total: number): { place: number; ended: boolean } {
  const edge = box.getBoundingClientRect();
  const rows = [...box.querySelectorAll<HTMLElement>("[data-line]")];
  const row = rows.find((one) => one.getBoundingClientRect().bottom > edge.top + 1) ?? rows[0];
  if (row === undefined) return { place: 0, ended: true };
  const at = row.getBoundingClientRect();
  const last = rows[rows.length - 1]!;
  const ended = last.getBoundingClientRect().bottom <= edge.bottom + 2 && Number(last.dataset["line"]) === total - 1;
  return { place: Number(row.dataset["line"]) + Math.min(0.9999, Math.max(0, edge.top - at.top) / at.height), ended };
}

/** The next hit within a line that is out of sight, on one side. */
function beyond(box: HTMLElement, line: number, back: boolean): HTMLElement | null {
  const edge = box.getBoundingClientRect();
  const hits = [...box.querySelectorAll<HTMLElement>(`[data-line="${line}"] .hit`)];
  const out = (hit: HTMLElement) => {
    const { top, bottom, left, right } = hit.getBoundingClientRect();
    return back ? bottom <= edge.top || right <= edge.left + EDGE : top >= edge.bottom || left >= edge.right;
  };
  return (back ? hits.findLast(out) : hits.find(out)) ?? null;
}

function tagOf(task: string, replica: number | undefined): string {
  return replica === undefined ? "" : replica === 0 ? task : `${task}#${replica}`;
}
