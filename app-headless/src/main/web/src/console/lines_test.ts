import { equal, ok } from "../testing.ts";
import { Lines, Merged, PIECE, type Line, type Page } from "./lines.ts";

declare const Deno: any;

const line = (n: number): Line => ({ n, ts: 0, stream: "stdout", text: `line ${n}` });
const page = (from: number, to: number, total: number, first = 0): Page => ({
  lines: Array.from({ length: Math.max(0, to - from) }, (_, i) => line(from + i)), first_available: first, total_lines: total, finalized: false,
});
const settled = () => new Promise((done) => setTimeout(done, 0));

Deno.test("any stretch of a million lines can be looked at, and little of it is held", async () => {
  const total = 1_000_000;
  const lines = new Lines(async (from, limit) => page(from, from + limit, total), () => undefined);
  lines.take({ lines: [line(total - 1)], total_lines: total });
  for (let at = 0; at < total; at += 7919) {
    lines.need(at, at + 50);
    await settled();
    equal(lines.at(at)?.text, `line ${at}`);
  }
  ok(lines.held() <= 60 * PIECE, `${lines.held()} lines are held`);
});

Deno.test("pages that end early are gone on with, and what was rotated away is not asked for", async () => {
  const asked: number[] = [];
  const lines = new Lines(async (from, limit) => {
    asked.push(from);
    return page(from, from + Math.min(limit, 100), 600, 120);
  }, () => undefined);
  lines.take({ lines: [], total_lines: 600, first_available: 120 });
  lines.need(0, 300);
  await settled();
  equal(asked, [120, 220, 320, 420]);
  equal(lines.at(119), undefined);
  equal(lines.at(499)?.n, 499);
});

Deno.test("what a slow stream left out is counted and fetched", async () => {
  const lines = new Lines(async (from, limit) => page(from, from + limit, 400), () => undefined);
  lines.take({ lines: [line(0)] });
  lines.take({ dropped: { after: 0, count: 398 } });
  lines.take({ lines: [line(399)] });
  equal(lines.total, 400);
  equal(lines.at(200), undefined);
  lines.need(190, 210);
  await settled();
  equal(lines.at(200)?.n, 200);
});

Deno.test("a merged log lets go of its oldest lines and keeps its places", () => {
  const log = new Merged(() => undefined);
  for (let i = 0; i < 100; i++) log.take({ lines: Array.from({ length: 1000 }, (_, k) => line(i * 1000 + k)) });
  equal(log.total, 100_000);
  equal(log.at(log.total - 1)?.n, 99_999);
  equal(log.at(log.first)?.n, log.first);
  ok(log.held() <= 30_000, "bounded");
});

Deno.test("a merged log that begins anew tells nothing twice", () => {
  const log = new Merged(() => undefined);
  log.take({ lines: [line(0), line(1)], afresh: true });
  log.take({ lines: [line(1), line(2)], afresh: true });
  equal([log.first, log.total], [2, 4]);
  equal(log.at(1), undefined);
  equal(log.at(2)?.n, 1);
});
