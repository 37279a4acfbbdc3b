import type { Overview, UnitView } from "../states.ts";

export type Unit = Overview["units"][number];

const scheduled = ({ unit }: Unit) => !unit.service && unit.next_at !== undefined;

/** What units can be told apart by. */
export const SHOWS: { key: string; says: string; fits(unit: Unit): boolean }[] = [
  { key: "all", says: "All", fits: () => true },
  { key: "attention", says: "Need you", fits: ({ unit }) => unit.needs_you },
  { key: "running", says: "Running", fits: ({ unit }) => unit.mark === "running" },
  { key: "scheduled", says: "Scheduled", fits: scheduled },
  { key: "hand", says: "By hand", fits: (unit) => !unit.unit.service && !scheduled(unit) && unit.unit.mark !== "paused" },
];

const byName = (a: Unit, b: Unit) => a.unit.name.localeCompare(b.unit.name);
const lastly = ({ unit }: Unit) => unit.last?.when ?? "";
const nextly = ({ unit }: Unit) => unit.next_at ?? "~";

function rank(unit: UnitView): number {
  if (unit.needs_you) return 0;
  if (unit.mark === "running") return 1;
  if (unit.mark === "paused") return 2;
  return unit.next_at === undefined ? 4 : 3;
}

export const SORTS: { key: string; says: string; order(a: Unit, b: Unit): number }[] = [
  { key: "priority", says: "What matters first", order: (a, b) => rank(a.unit) - rank(b.unit) || lastly(b).localeCompare(lastly(a)) || byName(a, b) },
  { key: "last", says: "Last activity", order: (a, b) => lastly(b).localeCompare(lastly(a)) || byName(a, b) },
  { key: "next", says: "Next run", order: (a, b) => nextly(a).localeCompare(nextly(b)) || byName(a, b) },
  { key: "name", says: "Name", order: byName },
];

/** The units that are wanted, in the order that is wanted. */
export function shown(units: Unit[], query: Record<string, string>): Unit[] {
  const fits = (SHOWS.find((show) => show.key === query["show"]) ?? SHOWS[0]!).fits;
  const order = (SORTS.find((sort) => sort.key === query["sort"]) ?? SORTS[0]!).order;
  const words = (query["find"] ?? "").toLowerCase().split(/\s+/).filter((word) => word !== "");
  const text = ({ unit }: Unit) => `${unit.name} ${unit.group} ${unit.description ?? ""} ${unit.schedule} ${unit.word}`.toLowerCase();
  return units.filter((unit) => fits(unit) && words.every((word) => text(unit).includes(word))).sort(order);
}
