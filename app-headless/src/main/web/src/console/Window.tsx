import type { MutableRef } from "preact/hooks";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { says } from "../net/api.ts";
import { Geometry, ROW, walk } from "./geometry.ts";
import type { Log } from "./lines.ts";
import { Row, Text, type Manner } from "./Rows.tsx";
import { Status } from "./Status.tsx";

/** What can be done with what is seen. */
export interface Sight {
  following: boolean;
  first: number;
  last: number;
  show(line: number): void;
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

/** The part of a log that is seen: only its rows are drawn, whatever the size of the log. */
export function Window({ log, task, manner, wrap, pick, sight, waits, choose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const expected = useRef(-1);
  const [view, setView] = useState(400);
  const [top, setTop] = useState(0);
  const [atEnd, setFollowing] = useState(true);
  const geometry = new Geometry(log.total - log.first, view, wrap);
  const following = atEnd || geometry.end === 0;
  const at = following ? geometry.end : geometry.clamp(top - log.first);
  const from = Math.floor(following && wrap ? Math.max(0, log.total - log.first - view / ROW) : at) + log.first;
  const to = Math.min(log.total, from + geometry.rows());

  const move = (wanted: number, follow = wanted - log.first >= geometry.end - (wrap ? 0 : NEAR)) => {
    setTop(geometry.clamp(wanted - log.first) + log.first);
    setFollowing(follow);
  };
  /** Goes by so many rows of the usual height. */
  const by = (count: number) => {
    if (!wrap) return move(log.first + at + count);
    const { place, ended, columns } = seen(box.current!);
    if (count > 0 && ended) return move(log.total, true);
    const high = (n: number) => Math.max(1, Math.ceil((log.at(n)?.text.length ?? 0) / columns));
    move(walk(place, count, log.first, log.total, high), false);
  };
  sight.current = {
    following, first: from, last: to,
    show: (line) => move(line - (wrap ? 2 : Math.floor(view / ROW / 2)), false),
    hint: (line) => line !== null && line < log.first + geometry.end && move(line - (wrap ? 2 : Math.floor(view / ROW / 2)), false),
    move: by,
    page: (pages) => by(pages * (view / ROW - 1)),
    end: () => move(log.total, true),
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
    const high = wrap ? (list.querySelector<HTMLElement>("[data-line]")?.offsetHeight ?? ROW) : ROW;
    list.style.transform = following ? "" : `translateY(${-(at % 1) * high}px)`;
  });

  const scrolled = () => {
    // What is left may be told that it scrolled.
    if (box.current === null) return;
    const now = box.current.scrollTop;
    if (Math.abs(now - expected.current) <= 1) return;
    expected.current = now;
    move(log.first + geometry.top(now), geometry.top(now) >= geometry.end - (wrap ? 0.1 : NEAR));
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
        <div class={following && !(wrap && geometry.end === 0) ? "win end" : "win"} style={{ height: `${view}px` }}>
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

/** What is seen of rows that are wrapped: the place at the top, whether the last line is seen whole, and how many letters a row has. */
function seen(box: HTMLElement): { place: number; ended: boolean; columns: number } {
  const edge = box.getBoundingClientRect();
  const rows = [...box.querySelectorAll<HTMLElement>("[data-line]")];
  const row = rows.find((one) => one.getBoundingClientRect().bottom > edge.top + 1) ?? rows[0];
  if (row === undefined) return { place: 0, ended: true, columns: 1 };
  const at = row.getBoundingClientRect();
  const last = rows[rows.length - 1]!.getBoundingClientRect();
  const wide = row.querySelector(".tx")!.clientWidth;
  return { place: Number(row.dataset["line"]) + Math.min(0.999, Math.max(0, edge.top - at.top) / at.height), ended: last.bottom <= edge.bottom + 2, columns: Math.max(1, Math.floor(wide / LETTER)) };
}

function tagOf(task: string, replica: number | undefined): string {
  return replica === undefined ? "" : replica === 0 ? task : `${task}#${replica}`;
}
