import { plain } from "./ansi.ts";
import type { Log } from "./lines.ts";

/** Up to so many lines, the heights of all of them are added up for the scroll bar. */
const MOST = 4000;
/** So many heights are remembered. */
const REMEMBERED = 20_000;

/** How many rows each line of a log takes when it is wrapped: as it was seen, else as its letters say. */
export class Heights {
  private readonly known = new Map<number, number>();
  private readonly guessed = new Map<number, number>();

  /** @param columns how many letters a row has */
  constructor(private readonly log: Log, private readonly columns: number) {}

  of(n: number): number {
    return this.known.get(n) ?? this.guess(n);
  }

  /** Tells how high a line is drawn; answers whether that is news. */
  see(n: number, rows: number): boolean {
    if (this.log.at(n) === undefined || Math.abs(this.of(n) - rows) < 0.5) return false;
    if (this.known.size > REMEMBERED) this.known.clear();
    this.known.set(n, rows);
    return true;
  }

  /** The rows before each line and behind the last; null when there are too many lines, or some are not held. */
  sums(): Float64Array | null {
    const { first, total } = this.log;
    if (total - first > MOST) return null;
    const sums = new Float64Array(total - first + 1);
    for (let n = first; n < total; n++) {
      if (this.log.at(n) === undefined) return null;
      sums[n - first + 1] = sums[n - first]! + this.of(n);
    }
    return sums;
  }

  /** The line behind the last that is drawn when `rows` rows are to be filled from a place on. */
  below(place: number, rows: number): number {
    let n = Math.floor(place);
    for (let filled = -(place - n) * this.of(n); filled < rows && n < this.log.total; n++) filled += this.of(n);
    return n;
  }

  /** The first line that is drawn when `rows` rows are to be filled up to the end. */
  above(rows: number): number {
    let n = this.log.total;
    for (let filled = 0; filled < rows && n > this.log.first; ) filled += this.of(--n);
    return n;
  }

  private guess(n: number): number {
    const guessed = this.guessed.get(n);
    if (guessed !== undefined) return guessed;
    const line = this.log.at(n);
    if (line === undefined) return 1;
    const text = line.text.includes("\u001b") ? plain(line.text) : line.text;
    const rows = Math.max(1, Math.ceil(text.length / this.columns));
    if (this.guessed.size > REMEMBERED) this.guessed.clear();
    this.guessed.set(n, rows);
    return rows;
  }
}
