/** Rows are so high, unless they are wrapped. */
export const ROW = 20;
/** Browsers cannot scroll over more than some 17 million pixels; from here on a pixel stands for more than it shows. */
const HIGHEST = 8_000_000;

/** How a place among lines and a place of a scroll bar belong together. Lines are counted from the first that is there. */
export class Geometry {
  readonly height: number;
  private readonly most: number;
  private readonly span: number;

  /** @param wrapped whether rows may be higher: then any line can be at the top, because nobody knows how many fit below it */
  constructor(readonly count: number, readonly view: number, wrapped = false) {
    const whole = count * ROW + (wrapped && count > 1 ? view : 0);
    this.height = Math.max(view, Math.min(whole, HIGHEST));
    this.most = Math.max(0, wrapped ? count - 1 : count - view / ROW);
    this.span = Math.max(0, this.height - view);
  }

  /** Whether scrolling by a pixel moves more than a pixel. */
  get scaled(): boolean {
    return this.count * ROW > HIGHEST;
  }

  /** The line at the top, with the part of it that is above. */
  top(scroll: number): number {
    return this.span === 0 ? 0 : (Math.min(scroll, this.span) / this.span) * this.most;
  }

  scroll(top: number): number {
    return this.most === 0 ? 0 : (this.clamp(top) / this.most) * this.span;
  }

  clamp(top: number): number {
    return Math.min(this.most, Math.max(0, top));
  }

  /** The last line that can be at the top. */
  get end(): number {
    return this.most;
  }

  rows(): number {
    return Math.ceil(this.view / ROW) + 1;
  }
}

/** The place that is so many rows away from a place among lines of different heights, told in rows. Places are lines with the part of them that is above. */
export function walk(from: number, rows: number, first: number, total: number, height: (line: number) => number): number {
  let line = Math.floor(from);
  let rest = (from - line) * height(line) + rows;
  while (rest < 0 && line > first) rest += height(--line);
  while (rest >= height(line) && line < total - 1) rest -= height(line++);
  return line + Math.min(0.999, Math.max(0, rest / height(line)));
}
