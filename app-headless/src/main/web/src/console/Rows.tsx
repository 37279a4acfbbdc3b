import { memo } from "./memo.ts";
import { plain } from "./ansi.ts";
import type { Line } from "./lines.ts";
import { marked } from "./marked.ts";

/** How rows are drawn. */
export interface Manner {
  times: boolean;
  clocks: Clocks;
  find: string;
  tags: boolean;
}

export interface RowProps {
  n: number;
  line: Line | undefined;
  manner: Manner;
  on: boolean;
  tag: string;
}

/** How times of lines are written in a zone. */
export interface Clocks {
  clock: Intl.DateTimeFormat;
  whole: Intl.DateTimeFormat;
}

export function clocksOf(zone: string): Clocks {
  return {
    clock: new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3, hour12: false, timeZone: zone }),
    whole: new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "long", timeZone: zone }),
  };
}

/** A line of a log. Texts become text nodes, whatever is in them. */
export const Row = memo(({ n, line, manner, on, tag }: RowProps) => {
  const tint = line === undefined ? "gap" : line.stream;
  return (
    <div class={`row ${tint}${on ? " on" : ""}`} data-line={n}>
      <span class="n" data-number={n} title={`Line ${n + 1}`}>{line?.continued ? "" : n + 1}</span>
      {manner.times && <span class="ts" title={line === undefined || line.ts === 0 ? undefined : manner.clocks.whole.format(line.ts)}>{line === undefined || line.ts === 0 ? "" : manner.clocks.clock.format(line.ts)}</span>}
      {manner.tags && <span class={`tag t${(line?.replica_index ?? 0) % 6}`}>{tag}</span>}
      <span class="tx">{line === undefined ? "" : <Text text={line.text} find={manner.find} />}</span>
    </div>
  );
});

export function Text({ text, find }: { text: string; find: string }) {
  return (
    <>
      {marked(text, find).map((piece, i) => {
        const classes = piece.found ? `${piece.classes} hit` : piece.classes;
        if (classes === "" && piece.colour === undefined && piece.ground === undefined) return piece.text;
        const style: Record<string, string> = {};
        if (piece.colour !== undefined) style["color"] = piece.colour;
        if (piece.ground !== undefined) style["backgroundColor"] = piece.ground;
        return <span key={i} class={classes} style={style}>{piece.text}</span>;
      })}
    </>
  );
}

/** Lines as they are put where they can be pasted from. */
export function textOf(lines: (Line | undefined)[]): string {
  return lines.map((line) => (line === undefined ? "" : plain(line.text))).join("\n") + "\n";
}
