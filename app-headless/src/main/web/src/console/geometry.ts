/** Rows are so high, unless they are wrapped. */
export const ROW = 20;
/** Browsers cannot scroll over more than some 17 million pixels; from here on a pixel stands for more than it shows. */
const HIGHEST = 8_000_000;

/** How a place among lines and a place of a scroll bar belong together. Lines are counted from the first that is there. */
export class Geometry {
  readonly height: number;
  private readonly most: number;
  private readonly span: number;

  constructor(readonly count: number, readonly view: number) {
    const whole = count * ROW;
    this.height = Math.max(view, Math.min(whole, HIGHEST));
    this.most = Math.max(0, count - view / ROW);
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
