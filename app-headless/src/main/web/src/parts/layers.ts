import { Cell } from "../net/cell.ts";

/* What lies over the page. */
export const palette = new Cell(false);
export const help = new Cell(false);
export const drawer = new Cell(false);
