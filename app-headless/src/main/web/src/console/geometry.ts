/** Rows are so high, unless they are wrapped. */
export const ROW = 20;
/** Browsers cannot scroll over more than some 17 million pixels; from here on a pixel stands for more than it shows. */
const HIGHEST = 8_000_000;
/** The last place within a line. */
const LAST = 0.9999;
/** So near to the end is the end, in rows. */
const NEAR = 1.5;

/**
 * How a place among lines and a place of a scroll bar belong together. Lines are counted from the first that is there; a place is a line with the part of it
 * that is above.
 */
export class Geometry {
  readonly height: number;
  /** The last place that can be at the top. */
  readonly end: number;
  private readonly span: number;

  /** @param sums when lines are wrapped: the rows before each of them, and behind the last of them, or null where nobody knows them all; else left out */
  constructor(readonly count: number, readonly view: number, private readonly sums?: Float64Array | null) {
    const whole = sums === null ? count * ROW + (count > 1 ? view : 0) : this.rowsAt(count) * ROW;
    this.height = Math.max(view, Math.min(whole, HIGHEST));
    this.span = Math.max(0, this.height - view);
    this.end = sums === null ? Math.max(0, count - 1 + LAST) : this.placeAt(Math.max(0, this.rowsAt(count) - view / ROW));
  }

  /** Whether scrolling by a pixel moves more than a pixel. */
  get scaled(): boolean {
    return this.count * ROW > HIGHEST;
  }

  /** The line at the top, with the part of it that is above. */
  top(scroll: number): number {
    return this.span === 0 ? 0 : this.placeAt((Math.min(scroll, this.span) / this.span) * this.rowsAt(this.end));
  }

  scroll(top: number): number {
    const most = this.rowsAt(this.end);
    return most === 0 ? 0 : (this.rowsAt(this.clamp(top)) / most) * this.span;
  }

  clamp(top: number): number {
    return Math.min(this.end, Math.max(0, top));
  }

  /** Whether whoever scrolls to there wants to see what comes. */
  ends(scroll: number): boolean {
    return this.rowsAt(this.top(scroll)) >= this.rowsAt(this.end) - NEAR;
  }

  /** How many lines are seen at most. */
  rows(): number {
    return Math.ceil(this.view / ROW) + 1;
  }

  private rowsAt(place: number): number {
    if (!this.sums) return place;
    const line = Math.min(Math.floor(place), this.count - 1);
    return line < 0 ? 0 : this.sums[line]! + (place - line) * (this.sums[line + 1]! - this.sums[line]!);
  }

  private placeAt(rows: number): number {
    if (!this.sums) return rows;
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.sums[middle]! <= rows) low = middle;
      else high = middle - 1;
    }
    return this.count <= 0 ? 0 : low + Math.min(LAST, (rows - this.sums[low]!) / (this.sums[low + 1]! - this.sums[low]!));
  }
}

/** The place that is so many rows away from a place among lines of different heights, told in rows. Places are lines with the part of them that is above. */
export function walk(from: number, rows: number, first: number, total: number, height: (line: number) => number): number {
  let line = Math.floor(from);
  let rest = (from - line) * height(line) + rows;
  while (rest < 0 && line > first) rest += height(--line);
  while (rest >= height(line) && line < total - 1) rest -= height(line++);
  return line + Math.min(LAST, Math.max(0, rest / height(line)));
}
