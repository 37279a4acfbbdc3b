import { plain, spans, type Span } from "./ansi.ts";

export interface Piece extends Span {
  found: boolean;
}

/** Upper case is meant when somebody types it. */
export function caseMatters(text: string): boolean {
  return text !== text.toLowerCase();
}

/** The pieces of a line, cut where a text is found in it as it is shown, whatever its colours. */
export function marked(line: string, text: string): Piece[] {
  const pieces = spans(line);
  if (text === "") return pieces.map((piece) => ({ ...piece, found: false }));
  const shown = caseMatters(text) ? plain(line) : plain(line).toLowerCase();
  const cuts: number[] = [];
  for (let at = shown.indexOf(text); at >= 0 && cuts.length < 400; at = shown.indexOf(text, at + text.length)) cuts.push(at, at + text.length);
  const found: Piece[] = [];
  let from = 0;
  for (const piece of pieces) {
    let cut = 0;
    const edges = cuts.map((at) => at - from).filter((at) => at > 0 && at < piece.text.length);
    for (const edge of new Set([...edges, piece.text.length])) {
      const at = from + cut;
      const inside = cuts.findIndex((start, i) => i % 2 === 0 && at >= start && at < cuts[i + 1]!) >= 0;
      found.push({ ...piece, text: piece.text.slice(cut, edge), found: inside });
      cut = edge;
    }
    from += piece.text.length;
  }
  return found;
}
