import type { Mark as Name, Tone } from "../view.d.ts";

/* Drawn, because no font that is sent has these signs, and those of the system differ in size. */
const SHAPES: Record<Name, { path: string; line?: boolean; dash?: string }> = {
  succeeded: { path: "M2.2 6.400 4.800 9 9.800 3.200", line: true },
  running: { path: "M6 2a4 4 0 1 1 0 8a4 4 0 1 1 0-8Z" },
  failed: { path: "M2.800 2.800l6.400 6.400M9.200 2.800l-6.400 6.400", line: true },
  degraded: { path: "M6 1.600 11 10.200H1Z" },
  waiting: { path: "M6 2.200a3.800 3.800 0 1 1 0 7.600a3.800 3.800 0 1 1 0-7.600Z", line: true, dash: "2 1.980" },
  missed: { path: "M6 1.200 10.600 6 6 10.800 1.400 6Z" },
  off: { path: "M2.600 2.600h6.800v6.800H2.600Z" },
  paused: { path: "M3.800 2.200v7.600M8.200 2.200v7.600", line: true },
  dead: { path: "M6 1.200c2.700 0 4.600 1.700 4.600 4.100 0 1.300-.6 2.300-1.500 3v1.900H7.600V9.100H6.700v1.100H5.300V9.100h-.9v1.100H2.900V8.300c-.9-.7-1.500-1.700-1.500-3C1.400 2.900 3.300 1.200 6 1.200ZM4.200 4.600a1 1 0 1 0 0 2 1 1 0 0 0 0-2Zm3.600 0a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z" },
};

export function Mark({ mark }: { mark: Name }) {
  const shape = SHAPES[mark] ?? SHAPES.waiting;
  return (
    <svg class={`mark ${mark}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path d={shape.path} {...(shape.line ? { fill: "none", stroke: "currentColor", "stroke-width": "1.6", "stroke-linecap": "round", "stroke-linejoin": "round" } : { fill: "currentColor", "fill-rule": "evenodd" })} stroke-dasharray={shape.dash} />
    </svg>
  );
}

/** A state: sign, word and colour. */
export function State({ mark, tone, word, says, bare }: { mark: Name; tone: Tone; word: string; says?: string; bare?: boolean }) {
  return (
    <span class={`st ${tone} ${mark}`} title={says}>
      <Mark mark={mark} />
      <span class={bare ? "unseen" : ""}>{word}</span>
    </span>
  );
}
