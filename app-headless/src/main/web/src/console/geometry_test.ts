import { equal, ok } from "../testing.ts";
import { Geometry, ROW, walk } from "./geometry.ts";

declare const Deno: any;

Deno.test("a place and a scroll bar belong together, both ways, whatever the size of a log", () => {
  for (const count of [0, 1, 10, 29, 30, 31, 1000, 400_000, 1_000_000, 50_000_000]) {
    const geometry = new Geometry(count, 600);
    for (const part of [0, 0.1, 0.5, 0.999, 1]) {
      const top = geometry.end * part;
      ok(Math.abs(geometry.top(geometry.scroll(top)) - top) < 0.001 * Math.max(1, top), `${count} lines, ${part}`);
    }
    equal(geometry.clamp(count + 100), Math.max(0, count - 600 / ROW));
    ok(geometry.height <= 8_000_000, "no browser gives up");
  }
});

Deno.test("when lines are wrapped, any of them can be at the top", () => {
  for (const count of [2, 6, 1_000_000]) {
    const geometry = new Geometry(count, 600, null);
    ok(geometry.end > count - 0.01 && geometry.end < count, `${count} lines`);
    ok(Math.abs(geometry.top(geometry.scroll(count - 1)) - (count - 1)) < 0.001 * count, `${count} lines`);
  }
});

Deno.test("a line that is wrapped to thousands of rows is scrolled through as if they were lines", () => {
  const alone = new Geometry(1, 600, Float64Array.of(0, 3000));
  equal(alone.height, 3000 * ROW);
  equal(alone.end, (3000 - 30) / 3000);
  equal(alone.top(1500 * ROW), 0.5);
  equal(Math.round(alone.scroll(0.5)), 1500 * ROW);
  const among = new Geometry(3, 600, Float64Array.of(0, 1, 2001, 2002));
  equal(among.height, 2002 * ROW);
  equal(among.top(0), 0);
  equal(among.top(1001 * ROW), 1.5);
  equal(Math.round(among.scroll(1.5)), 1001 * ROW);
  ok(!among.ends(1900 * ROW) && among.ends(1972 * ROW), "the end is the end");
  const few = new Geometry(2, 600, Float64Array.of(0, 1, 3));
  equal([few.height, few.end, few.scroll(1)], [600, 0, 0]);
});

Deno.test("as long as all fits, a pixel is a pixel", () => {
  const geometry = new Geometry(100_000, 600);
  ok(Math.abs(geometry.top(ROW * 500) - 500) < 1e-6, String(geometry.top(ROW * 500)));
  ok(!geometry.scaled, "not scaled");
  ok(new Geometry(1_000_000, 600).scaled, "scaled");
});

Deno.test("going by rows goes through high lines row by row, and back to where it was", () => {
  const heights = [180, 1, 1, 11, 12, 1];
  const height = (line: number) => heights[line]!;
  equal(walk(3, -1, 0, 6, height), 2);
  equal(walk(1, -10, 0, 6, height), 170 / 180);
  equal(walk(0, 500, 0, 6, height), 5.9999);
  equal(walk(2, -500, 0, 6, height), 0);
  let at = 0;
  for (let i = 0; i < 40; i++) at = walk(at, 5, 0, 6, height);
  for (let i = 0; i < 40; i++) at = walk(at, -5, 0, 6, height);
  ok(at < 1e-9 || at === 0, String(at));
});
