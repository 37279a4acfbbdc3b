import { equal } from "../testing.ts";
import type { BarsBar } from "../view.d.ts";
import { around, stretchOf } from "./stretch.ts";

declare const Deno: any;

const bars = (...times: string[]): BarsBar[] => times.map((at) => ({ run_id: at, at, length_ms: 1, mark: "succeeded", tone: "good", says: "" }));

Deno.test("a stretch is as round as it can be without any other run in it", () => {
  const apart = bars("2026-11-26T02:15:00.020Z", "2026-11-26T02:30:00.011Z", "2026-11-26T02:45:00.007Z", "2026-11-26T03:00:00.001Z");
  equal(around(apart, 1, 2), { from: "2026-11-26T02:30:00Z", to: "2026-11-26T02:46:00Z" });
  equal(around(apart, 0, 3), { from: "2026-11-26T02:15:00Z", to: "2026-11-26T03:01:00Z" });
  const near = bars("2026-11-26T02:15:01.100Z", "2026-11-26T02:15:03.200Z", "2026-11-26T02:15:03.900Z", "2026-11-26T02:15:04.000Z");
  equal(around(near, 1, 1), { from: "2026-11-26T02:15:03Z", to: "2026-11-26T02:15:03.200Z" });
  equal(around(near, 2, 2), { from: "2026-11-26T02:15:03.900Z", to: "2026-11-26T02:15:03.900Z" });
});

Deno.test("days of an address are those of the zone that is shown", () => {
  equal(stretchOf("2026-11-26", "2026-11-26", "Europe/Vienna"), [Date.parse("2026-11-25T23:00:00Z"), Date.parse("2026-11-26T22:59:59.999Z")]);
  equal(stretchOf("2026-11-26T02:30:00Z", undefined, "Europe/Vienna")[0], Date.parse("2026-11-26T02:30:00Z"));
  equal(stretchOf(undefined, undefined, "Europe/Vienna").map(String), ["-Infinity", "Infinity"]);
});
