import { useState } from "preact/hooks";
import { useCell } from "../net/use.ts";
import { go, place, with_ } from "../router.ts";
import type { Bars } from "../view.d.ts";
import { runAt } from "./at.ts";
import { span } from "./spans.ts";
import { around, stretchOf } from "./stretch.ts";
import { zone } from "./zones.ts";

const HEIGHT = 96;
const STEP = 12;
/** Fewer bars than these keep the width that they have among so many. */
const LEAST = 40;

/** Takes the time away to which the list of runs is narrowed. */
export const allTime = () => with_({ from: undefined, to: undefined, page: undefined }, false);

/** How long the last runs took, against what is usual. Dragging over bars narrows the list of runs to their time; arrows with Shift do the same. */
export function History({ unit, history }: { unit: string; history: Bars }) {
  const { query } = useCell(place);
  const where = useCell(zone);
  const [at, setAt] = useState<number | null>(null);
  /** Where picking began, while it goes on. */
  const [began, setBegan] = useState<number | null>(null);
  const { bars, usual } = history;
  // What still runs has no length yet: it sets the scale only where nothing has ended.
  const ended = bars.filter((bar) => bar.mark !== "running");
  const most = Math.max(usual?.high_ms ?? 0, ...(ended.length > 0 ? ended : bars).map((bar) => bar.length_ms), 1) * 1.08;
  const width = Math.max(LEAST, bars.length) * STEP;
  const x = (i: number) => width - (bars.length - i) * STEP;
  const y = (ms: number) => HEIGHT - Math.min(1, ms / most) * HEIGHT;
  const shown = at === null ? undefined : bars[at];
  const [first, last] = began === null || at === null ? [0, -1] : [Math.min(began, at), Math.max(began, at)];
  const picking = last > first;
  const [from, to] = stretchOf(query["from"], query["to"], where);
  const within = (i: number) => (picking ? i >= first && i <= last : Date.parse(bars[i]!.at) >= from && Date.parse(bars[i]!.at) <= to);

  const under = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return Math.min(bars.length - 1, Math.max(0, Math.floor((((event.clientX - box.left) / box.width) * width - x(0)) / STEP)));
  };
  const narrow = () => {
    if (picking) with_({ ...around(bars, first, last), page: undefined }, false);
    else if (shown !== undefined) go(runAt(unit, shown.run_id));
    setBegan(null);
  };
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    setAt(under(event));
    setBegan(under(event));
  };
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, Home: -bars.length, End: bars.length }[event.key];
    if (by !== undefined) {
      const next = at === null ? (by === bars.length || Math.abs(by) === 1 ? bars.length - 1 : 0) : Math.min(bars.length - 1, Math.max(0, at + by));
      setBegan(event.shiftKey ? (began ?? at ?? next) : null);
      setAt(next);
    } else if (event.key === "Enter") narrow();
    else if (event.key === "Escape" && began !== null) setBegan(null);
    else if (event.key === "Escape" && (query["from"] !== undefined || query["to"] !== undefined)) allTime();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const leave = () => {
    setAt(null);
    setBegan(null);
  };
  return (
    <div class="chart">
      <div class="scale mono" aria-hidden="true"><span>{span(most / 1.08)}</span><span>0</span></div>
      <div class="plot">
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="listbox" tabIndex={0} aria-multiselectable aria-activedescendant={shown === undefined ? undefined : `bar-${shown.run_id}`}
          aria-label={`The last ${bars.length} runs${usual === undefined ? "" : `, usually ${span(usual.median_ms)}`}. Arrows go from run to run, with Shift they pick several; Enter opens one, or lists several.`}
          onPointerDown={down} onPointerMove={(event) => setAt(under(event))} onPointerUp={narrow} onPointerCancel={leave} onPointerLeave={() => began === null && setAt(null)} onKeyDown={keys} onBlur={leave}>
          {usual !== undefined && <rect class="band" x="0" width={width} y={y(usual.high_ms)} height={Math.max(2, y(usual.low_ms) - y(usual.high_ms))} />}
          {usual !== undefined && <line class="median" x1="0" x2={width} y1={y(usual.median_ms)} y2={y(usual.median_ms)} />}
          {picking && <rect class="brush" x={x(first)} y="0" width={(last - first + 1) * STEP} height={HEIGHT} />}
          {bars.map((bar, i) => (
            <g key={bar.run_id} id={`bar-${bar.run_id}`} role="option" aria-label={bar.says} aria-selected={within(i)} class={`${i === at ? "at" : ""}${within(i) ? "" : " out"}`}>
              <rect class="hover" x={x(i)} y="0" width={STEP} height={HEIGHT} />
              <rect class={`bar ${bar.mark === "running" ? "going" : bar.mark === "missed" ? "late" : bar.tone}`} x={x(i) + 2} width={STEP - 4} y={Math.min(HEIGHT - 3, y(bar.length_ms))} height={Math.max(3, HEIGHT - y(bar.length_ms))} rx="1.500" />
            </g>
          ))}
        </svg>
        <p class="legend mono">{picking ? `${last - first + 1} runs` : shown !== undefined ? shown.says : usual === undefined ? "Not enough successes to say what is usual." : `usually ${span(usual.median_ms)}, mostly ${span(usual.low_ms)} to ${span(usual.high_ms)}`}</p>
      </div>
    </div>
  );
}
