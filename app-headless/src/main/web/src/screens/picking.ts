import type { Choice } from "../parts/do.ts";
import type { Instant, RunListView, RunRow, RunSelector } from "../view.d.ts";

/* Which runs of a list are picked: some by their ids, or all that fit as of one moment, but for some. */

export interface Picked {
  /** All that fit, when those are meant; `total` is how many they were then. */
  every?: RunSelector;
  total: number;
  /** Those that are picked, or those that are not although all are. */
  ids: ReadonlySet<string>;
}

export const NONE: Picked = { total: 0, ids: new Set() };

/** What "all that fit" depends on: when it changes, nothing is picked any more. */
export function basis(list: RunListView): string {
  return JSON.stringify(list.every?.filter ?? "");
}

export function all(list: RunListView): Picked {
  return list.every === undefined ? NONE : { every: list.every, total: list.total, ids: new Set() };
}

export function count(picked: Picked): number {
  return picked.every === undefined ? picked.ids.size : Math.max(0, picked.total - picked.ids.size);
}

/** Whether a run came, or came to fit, after all were picked: then it is none of them and stays so. */
export function isLater(picked: Picked, row: RunRow): boolean {
  if (picked.every === undefined) return false;
  return later(row.id, picked.every.up_to) || laterTime(row.ended, picked.every.ended_by);
}

const later = (one: string, other: string | undefined) => other !== undefined && one > other;
const laterTime = (one: Instant | undefined, other: Instant | undefined) => one !== undefined && other !== undefined && Date.parse(one) > Date.parse(other);

export function has(picked: Picked, row: RunRow): boolean {
  return picked.ids.has(row.id) === (picked.every === undefined) && !isLater(picked, row);
}

export function turn(picked: Picked, row: RunRow): Picked {
  if (isLater(picked, row)) return picked;
  const ids = new Set(picked.ids);
  if (!ids.delete(row.id)) ids.add(row.id);
  return some({ ...picked, ids });
}

/** The rows of a page, picked or left out all together. */
export function page(picked: Picked, rows: RunRow[], on: boolean): Picked {
  const ids = new Set(picked.ids);
  for (const row of rows) {
    if (isLater(picked, row)) continue;
    if (on === (picked.every === undefined)) ids.add(row.id);
    else ids.delete(row.id);
  }
  return some({ ...picked, ids });
}

/** Where all are left out, nothing is picked. */
const some = (picked: Picked): Picked => (count(picked) === 0 ? NONE : picked);

/** What the box above the rows of a page says: none, some or all of those that can be picked. */
export function master(picked: Picked, rows: RunRow[]): "none" | "some" | "all" {
  const open = rows.filter((row) => !isLater(picked, row));
  const on = open.filter((row) => has(picked, row)).length;
  if (on === 0) return count(picked) > 0 ? "some" : "none";
  return on === open.length && (picked.every === undefined || picked.ids.size === 0) ? "all" : "some";
}

export function choice(picked: Picked): Choice {
  return picked.every === undefined ? { ids: [...picked.ids] } : { ...picked.every, except_ids: [...picked.ids] };
}
