import { Cell } from "../net/cell.ts";
import { keep, kept } from "../net/keep.ts";

export type Theme = "auto" | "light" | "dark";

const NEXT: Record<Theme, Theme> = { auto: "light", light: "dark", dark: "auto" };

export const theme = new Cell<Theme>(kept("theme", "auto") as Theme);

export const density = new Cell<"wide" | "close">(kept("density", "wide") as "wide" | "close");

/** Rows closer together, or wider apart. */
export function turnDensity(): void {
  density.set(density.value === "close" ? "wide" : "close");
  keep("density", density.value);
  dispatchEvent(new Event("runwisp-theme"));
}

export function turnTheme(): void {
  theme.set(NEXT[theme.value] ?? "auto");
  keep("theme", theme.value);
  dispatchEvent(new Event("runwisp-theme"));
}
