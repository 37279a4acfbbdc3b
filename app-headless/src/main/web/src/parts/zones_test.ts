import { equal } from "../testing.ts";
import { instantOf, nextAt, wall } from "./zones.ts";

declare const Deno: any;

const utc = (text: string) => Date.parse(text);

Deno.test("a clock and an instant belong together on the nights on which the clocks change", () => {
  equal(wall(utc("2026-11-26T02:15:00Z"), "Europe/Vienna"), "2026-11-26T03:15:00");
  equal(instantOf("2026-11-26T03:15:00", "Europe/Vienna"), utc("2026-11-26T02:15:00Z"));
  equal(instantOf("2026-10-25T02:30:00", "Europe/Vienna"), utc("2026-10-25T00:30:00Z"), "the first of two");
  equal(instantOf("2026-10-25T04:00:00", "Europe/Vienna"), utc("2026-10-25T03:00:00Z"));
  equal(instantOf("2026-03-29T03:00:00", "Europe/Vienna"), utc("2026-03-29T01:00:00Z"));
  equal(instantOf("2026-06-01T00:00:00", "Asia/Kolkata"), utc("2026-05-31T18:30:00Z"));
  equal(instantOf("2026-06-01T00:00:00", "Etc/UTC"), utc("2026-06-01T00:00:00Z"));
});

Deno.test("a time of the day is the first from when a run began, also behind midnight", () => {
  const first = utc("2026-11-26T22:50:00Z");
  equal(nextAt("23:55", first, "Europe/Vienna"), utc("2026-11-26T22:55:00Z"));
  equal(nextAt("23:50:00", first, "Europe/Vienna"), first);
  equal(nextAt("00:10", first, "Europe/Vienna"), utc("2026-11-26T23:10:00Z"));
  equal(nextAt("soon", first, "Europe/Vienna"), null);
});
