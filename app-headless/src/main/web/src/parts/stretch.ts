import type { BarsBar } from "../view.d.ts";
import { instantOf } from "./zones.ts";

/* A stretch of time that a list is narrowed to, as it stands in an address: with days, or with instants. */

const DAY_MS = 86_400_000;
const STEPS = [60_000, 1000, 1];

/** The instants between which runs are shown; open where nothing is said. */
export function stretchOf(from: string | undefined, to: string | undefined, zone: string): [number, number] {
  return [from === undefined ? -Infinity : edge(from, zone, false), to === undefined ? Infinity : edge(to, zone, true)];
}

function edge(text: string, zone: string, last: boolean): number {
  if (text.includes("T")) return Date.parse(text);
  const day = new Date(Date.parse(`${text}T00:00:00Z`) + (last ? DAY_MS : 0));
  return Number.isNaN(day.getTime()) ? NaN : instantOf(day.toISOString().slice(0, 19), zone) - (last ? 1 : 0);
}

/** The stretch that holds some of the bars and no other: in whole minutes if that can be, else in seconds, else to the millisecond. */
export function around(bars: BarsBar[], first: number, last: number): { from: string; to: string } {
  const at = (i: number) => (bars[i] === undefined ? undefined : Date.parse(bars[i]!.at));
  const [begins, ends] = [at(first)!, at(last)!];
  const [before, after] = [at(first - 1) ?? -Infinity, at(last + 1) ?? Infinity];
  const from = STEPS.map((step) => Math.floor(begins / step) * step).find((time) => time > before) ?? begins;
  const to = STEPS.map((step) => Math.ceil(ends / step) * step).find((time) => time < after) ?? ends;
  return { from: written(from), to: written(to) };
}

const written = (at: number) => new Date(at).toISOString().replace(".000Z", "Z");
