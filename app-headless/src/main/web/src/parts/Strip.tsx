import type { Strip as State } from "../view.d.ts";

/** Fewer bars stand at the right end. */
const PLACES = 30;

const CLASSES: Record<string, string> = { "+": "good", "*": "active", x: "bad", "!": "warn", o: "wait", "?": "late", "-": "quiet", "=": "wait", "#": "bad" };

/** The last runs of a unit as bars, where there is room for no more: height against the usual, colour by outcome. */
export function Strip({ strip, height = 20, width = 4 }: { strip: State; height?: number; width?: number }) {
  const marks = [...strip.marks];
  const step = width + 1;
  const from = Math.max(0, PLACES - marks.length);
  const failed = marks.filter((mark) => CLASSES[mark] === "bad").length;
  return (
    <svg class="rhythm" width={(from + marks.length) * step} height={height} role="img" aria-label={marks.length === 0 ? "no runs yet" : `last ${marks.length} runs, ${failed === 0 ? "none" : failed} failed`}>
      {marks.map((mark, i) => {
        const h = Math.max(2, Math.round(((strip.heights[i] ?? 0) / 100) * height));
        return <rect key={i} class={`bar ${CLASSES[mark] ?? "quiet"}`} x={(from + i) * step} y={height - h} width={width} height={h} rx="1" />;
      })}
    </svg>
  );
}
