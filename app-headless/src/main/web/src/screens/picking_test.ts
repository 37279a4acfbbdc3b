import { equal } from "../testing.ts";
import type { RunListView, RunRow } from "../view.d.ts";
import { all, basis, choice, count, has, isLater, master, NONE, page, turn } from "./picking.ts";

declare const Deno: any;

const row = (id: string, ended?: string) => ({ id, ...(ended === undefined ? {} : { ended }) }) as RunRow;
const EVERY = { ids: [], except_ids: [], match_all: true, filter: { status: "failed" }, up_to: "C", ended_by: "2026-11-26T04:00:00Z" };
const LIST = { total: 250, every: EVERY } as unknown as RunListView;
const A = row("A");
const B = row("B", "2026-11-26T03:59:59.999Z");
const D = row("D");

Deno.test("runs are picked one by one and by the page, and are told by their ids", () => {
  const one = turn(NONE, A);
  equal([count(one), has(one, A), has(one, B), master(one, [A, B])], [1, true, false, "some"]);
  equal(choice(page(one, [A, B], true)), { ids: ["A", "B"] });
  equal(master(page(one, [A, B], true), [A, B]), "all");
  equal(turn(one, A), NONE);
  equal(master(one, [B]), "some", "picked on another page");
});

Deno.test("all that fit are told by what they fit, but for those that are left out", () => {
  const every = all(LIST);
  const most = turn(turn(every, A), B);
  equal([count(every), count(most), has(most, A)], [250, 248, false]);
  equal([master(every, [A, B]), master(most, [A, B]), master(turn(every, A), [A, B]), master(turn(every, A), [B])], ["all", "some", "some", "some"]);
  equal(choice(most), { ...EVERY, except_ids: ["A", "B"] });
  equal(count(page(most, [A, B], true)), 250);
  equal(page(all({ ...LIST, total: 2 }), [A, B], false), NONE);
});

Deno.test("what comes or comes to fit after all were picked is none of them and cannot be picked", () => {
  const every = all(LIST);
  const ended = row("B", "2026-11-26T04:00:00.001Z");
  equal([isLater(every, D), isLater(every, ended), isLater(every, B), isLater(NONE, D)], [true, true, false, false]);
  equal([has(every, D), has(turn(every, D), D), count(turn(every, D))], [false, false, 250]);
  equal(master(every, [A, D]), "all");
});

Deno.test("what is picked belongs to what narrows the list, not to its order or its page", () => {
  equal(basis(LIST) === basis({ ...LIST, address: "sort=duration", total: 3, every: { ...EVERY, up_to: "D" } }), true);
  equal(basis(LIST) === basis({ ...LIST, every: { ...EVERY, filter: {} } }), false);
});
