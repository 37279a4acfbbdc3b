import { useState } from "preact/hooks";
import { go } from "../router.ts";
import type { Bars } from "../view.d.ts";
import { runAt } from "./at.ts";
import { span } from "./spans.ts";

const HEIGHT = 96;
const STEP = 12;
/** Fewer bars than these keep the width that they have among so many. */
const LEAST = 40;

/** How long the last runs took, against what is usual. */
export function History({ unit, history }: { unit: string; history: Bars }) {
  const [at, setAt] = useState<number | null>(null);
  const { bars, usual } = history;
  const most = Math.max(usual?.high_ms ?? 0, ...bars.map((bar) => bar.length_ms), 1) * 1.08;
  const width = Math.max(LEAST, bars.length) * STEP;
  const x = (i: number) => width - (bars.length - i) * STEP;
  const y = (ms: number) => HEIGHT - (ms / most) * HEIGHT;
  const shown = at === null ? undefined : bars[at];
  return (
    <div class="chart">
      <div class="scale mono" aria-hidden="true"><span>{span(most / 1.08)}</span><span>0</span></div>
      <div class="plot">
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={`The last ${bars.length} runs${usual === undefined ? "" : `, usually ${span(usual.median_ms)}`}`} onMouseLeave={() => setAt(null)}>
          {usual !== undefined && <rect class="band" x="0" width={width} y={y(usual.high_ms)} height={Math.max(2, y(usual.low_ms) - y(usual.high_ms))} />}
          {usual !== undefined && <line class="median" x1="0" x2={width} y1={y(usual.median_ms)} y2={y(usual.median_ms)} />}
          {bars.map((bar, i) => (
            <g key={bar.run_id} onMouseEnter={() => setAt(i)} onClick={() => go(runAt(unit, bar.run_id))}>
              <rect class="hover" x={x(i)} y="0" width={STEP} height={HEIGHT} />
              <rect class={`bar ${bar.mark === "missed" ? "late" : bar.tone}`} x={x(i) + 2} width={STEP - 4} y={Math.min(HEIGHT - 3, y(bar.length_ms))} height={Math.max(3, HEIGHT - y(bar.length_ms))} rx="1.500" />
            </g>
          ))}
        </svg>
        <p class="legend mono">{shown === undefined ? (usual === undefined ? "Not enough successes to say what is usual." : `usually ${span(usual.median_ms)}, mostly ${span(usual.low_ms)} to ${span(usual.high_ms)}`) : shown.says}</p>
      </div>
    </div>
  );
}
