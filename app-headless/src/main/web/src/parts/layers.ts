import { Cell } from "../net/cell.ts";
import { keep, kept } from "../net/keep.ts";

/* What lies over the page. */
export const palette = new Cell(false);
export const help = new Cell(false);
export const bell = new Cell(false);
export const drawer = new Cell(false);

/** Whether the places are put away to make room. */
export const folded = new Cell(kept("fold", "no") === "yes");

export function fold(away: boolean): void {
  folded.set(away);
  keep("fold", away ? "yes" : "no");
}
