import type { MutableRef } from "preact/hooks";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { says } from "../net/api.ts";
import { Geometry, ROW } from "./geometry.ts";
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
const NEAR = 1.5;

/** The part of a log that is seen: only its rows are drawn, whatever the size of the log. */
export function Window({ log, task, manner, wrap, pick, sight, waits, choose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const expected = useRef(-1);
  const [view, setView] = useState(400);
  const [top, setTop] = useState(0);
  const [atEnd, setFollowing] = useState(true);
  const geometry = new Geometry(log.total - log.first, view);
  const following = atEnd || geometry.end === 0;
  const at = following ? geometry.end : geometry.clamp(top - log.first);
  const from = Math.floor(at) + log.first;
  const to = Math.min(log.total, from + geometry.rows());

  const move = (wanted: number, follow = wanted - log.first >= geometry.end - NEAR) => {
    setTop(geometry.clamp(wanted - log.first) + log.first);
    setFollowing(follow);
  };
  sight.current = {
    following, first: from, last: to,
    show: (line) => move(line - Math.floor(view / ROW / 2), false),
    hint: (line) => line !== null && line < log.first + geometry.end && move(line - Math.floor(view / ROW / 2), false),
    move: (rows) => move(log.first + at + rows),
    page: (pages) => move(log.first + at + pages * (view / ROW - 1)),
    end: () => move(log.total, true),
  };

  useEffect(() => {
    const watch = new ResizeObserver(() => setView(box.current!.clientHeight));
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
  });

  const scrolled = () => {
    const now = box.current!.scrollTop;
    if (Math.abs(now - expected.current) <= 1) return;
    expected.current = now;
    move(log.first + geometry.top(now), geometry.top(now) >= geometry.end - NEAR);
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
        <div class={following ? "win end" : "win"} style={{ height: `${view}px` }}>
          <div class="rows" style={following || wrap ? {} : { transform: `translateY(${-(at % 1) * ROW}px)` }}>
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

function tagOf(task: string, replica: number | undefined): string {
  return replica === undefined ? "" : replica === 0 ? task : `${task}#${replica}`;
}
