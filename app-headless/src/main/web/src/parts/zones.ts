import { Cell } from "../net/cell.ts";
import { keep, kept } from "../net/keep.ts";

const DAY_MS = 86_400_000;

/* In which zone times are shown: that of whoever looks, or that of the daemon, in which schedules are written. */

export const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone that is shown. */
export const zone = new Cell(here);

/** Follows what was chosen earlier, once the zone of the daemon is known. */
export function meet(daemon: string): void {
  if (kept("zone", "here") === "daemon" && known(daemon)) zone.set(daemon);
}

/** The other of the two. */
export function turnZone(daemon: string): void {
  const there = zone.value !== here || !known(daemon);
  keep("zone", there ? "here" : "daemon");
  zone.set(there ? here : daemon);
}

export function known(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** Whether the clocks of two zones show the same now. */
export function alike(one: string, other: string, now: number): boolean {
  return !known(one) || !known(other) || wall(now, one) === wall(now, other);
}

/** What a clock shows there, as a field for a time writes it: `2026-11-26T03:15:00`. */
export function wall(at: number, name: string): string {
  return new Intl.DateTimeFormat("sv", { timeZone: name, dateStyle: "short", timeStyle: "medium" }).format(at).replace(" ", "T");
}

/** The instant at which a clock there shows this; the first of two, and in a gap what it would have been. */
export function instantOf(text: string, name: string): number {
  const guess = Date.parse(`${text}Z`);
  const offset = (at: number) => Date.parse(`${wall(at, name)}Z`) - Math.floor(at / 1000) * 1000;
  const before = guess - offset(guess - DAY_MS);
  return wall(before, name) === text ? before : guess - offset(before);
}

/** The first instant from `first` on at which the clocks of a zone show a time, to the second. */
export function nextAt(text: string, first: number, where: string): number | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (match === null) return null;
  const time = `${match[1]!.padStart(2, "0")}:${match[2]}:${match[3] ?? "00"}`;
  const at = (day: number) => instantOf(`${wall(day, where).slice(0, 10)}T${time}`, where);
  const today = at(first);
  return today < first - 1000 ? at(first + DAY_MS) : today;
}
