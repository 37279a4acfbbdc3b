import { equal } from "../testing.ts";
import { span } from "./spans.ts";

declare const Deno: any;

Deno.test("a length is written as the daemon writes it", () => {
  const lengths: [number, string][] = [
    [0, "0 ms"], [933, "933 ms"], [4250, "4.2 s"], [59_999, "59 s"], [60_000, "1 m"], [252_000, "4 m 12 s"], [3_600_000, "1 h"], [90_061_000, "1 d 1 h"],
  ];
  for (const [ms, text] of lengths) equal(span(ms), text);
});
