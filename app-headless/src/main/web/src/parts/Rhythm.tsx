import type { Rhythm as State, Tone } from "../view.d.ts";
import { go } from "../router.ts";
import { runAt } from "./at.ts";

/** The last runs of a unit as bars: height against the usual, colour by outcome. */
export function Rhythm({ unit, rhythm, height = 20, width = 4 }: { unit: string; rhythm: State; height?: number; width?: number }) {
  const step = width + 1;
  const bars = rhythm.bars;
  const open = (event: MouseEvent) => {
    const id = (event.target as Element).getAttribute("data-run");
    if (id === null) return;
    event.stopPropagation();
    go(runAt(unit, id));
  };
  return (
    <svg class="rhythm" width={bars.length * step} height={height} viewBox={`0 0 ${bars.length * step} ${height}`} role="img" aria-label={summary(bars)} onClick={open}>
      {bars.map((bar, i) => {
        const h = Math.max(2, Math.round((bar.height / 100) * height));
        return (
          <rect key={bar.run_id} class={`bar ${bar.tone}`} data-run={bar.run_id} x={i * step} y={height - h} width={width} height={h} rx="1">
            <title>{bar.says}</title>
          </rect>
        );
      })}
    </svg>
  );
}

function summary(bars: { tone: Tone }[]): string {
  const bad = bars.filter((bar) => bar.tone === "bad").length;
  return bars.length === 0 ? "No runs yet" : `Last ${bars.length} runs, ${bad === 0 ? "none" : bad} failed`;
}
