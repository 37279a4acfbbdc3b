import type { Place } from "../router.ts";
import type { ShellScreen } from "../view.d.ts";
import { unitAt } from "./at.ts";

export interface Step {
  says: string;
  to?: string;
  mono?: boolean;
}

const NAMES: Record<string, string> = { runs: "All runs", calendar: "Calendar", notifications: "Bell", upcoming: "Up next", reload: "Reload", diff: "Side by side" };
const SHORT = 4;

/** The way to where somebody is; the last step is where they are. */
export function crumbs({ parts }: Place, shell: ShellScreen | undefined): Step[] {
  const [first, second, third] = parts;
  if (first === undefined) return [{ says: "Overview" }];
  if (first !== "tasks" || second === undefined) return [{ says: NAMES[first] ?? "Nowhere" }];
  const group = shell?.groups.find((found) => found.units.some((unit) => unit.name === second))?.name ?? "";
  const steps: Step[] = group === "" ? [] : [{ says: group, to: "/" }];
  if (third === undefined) return [...steps, { says: second, mono: true }];
  return [...steps, { says: second, to: unitAt(second), mono: true }, { says: third === "why" ? "Why?" : third === "log" ? "Log" : third.slice(-SHORT), mono: third !== "why" && third !== "log" }];
}
