import { equal, ok } from "../testing.ts";
import { Geometry, ROW } from "./geometry.ts";

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

Deno.test("as long as all fits, a pixel is a pixel", () => {
  const geometry = new Geometry(100_000, 600);
  ok(Math.abs(geometry.top(ROW * 500) - 500) < 1e-6, String(geometry.top(ROW * 500)));
  ok(!geometry.scaled, "not scaled");
  ok(new Geometry(1_000_000, 600).scaled, "scaled");
});
