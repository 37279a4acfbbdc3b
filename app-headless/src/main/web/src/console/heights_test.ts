import { equal, ok } from "../testing.ts";
import { Heights } from "./heights.ts";
import { Lines } from "./lines.ts";

declare const Deno: any;

const log = (texts: (string | null)[]) => {
  const lines = new Lines(async () => ({ status: 0, code: "", title: "", detail: "" }), () => undefined);
  lines.take({ total_lines: texts.length, lines: texts.flatMap((text, n) => (text === null ? [] : [{ n, ts: 0, stream: "stdout" as const, text }])) });
  return lines;
};

Deno.test("a line is as high as its letters say until it is seen, colours not counted", () => {
  const heights = new Heights(log(["", "x".repeat(100), "x".repeat(101), "\u001b[31m" + "x".repeat(100) + "\u001b[0m"]), 100);
  equal([0, 1, 2, 3].map((n) => heights.of(n)), [1, 1, 2, 1]);
  equal([...heights.sums()!], [0, 1, 2, 4, 5]);
  ok(heights.see(2, 5), "that is news");
  ok(!heights.see(2, 5), "that is none");
  equal([...heights.sums()!], [0, 1, 2, 7, 8]);
});

Deno.test("heights are added up only where all lines are there", () => {
  equal(new Heights(log(["a", null, "b"]), 100).sums(), null);
});

Deno.test("very long lines are drawn only as far as they are seen", () => {
  const heights = new Heights(log(["a", "x".repeat(50_000), "x".repeat(50_000), "b", "c"]), 100);
  equal(heights.below(0, 60), 2);
  equal(heights.below(1.9999, 60), 3);
  equal(heights.below(3, 60), 5);
  equal(heights.above(60), 2);
});
