import { equal, ok } from "../testing.ts";
import { patched } from "./patch.ts";

declare const Deno: any;

const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(sorted) : value !== null && typeof value === "object" ? Object.fromEntries(Object.entries(value).sort().map(([key, one]) => [key, sorted(one)])) : value;

Deno.test("what the daemon writes as a patch makes what the daemon meant", () => {
  const lines: string[] = Deno.readTextFileSync(new URL("./patch_vectors.txt", import.meta.url)).trim().split("\n");
  ok(lines.length > 30, `there are vectors: ${lines.length}`);
  for (let i = 0; i + 2 < lines.length; i += 3) {
    const [before, patch, now] = lines.slice(i, i + 3).map((line) => JSON.parse(line));
    equal(sorted(patched(before, patch)), sorted(now), lines[i + 1]);
  }
});

Deno.test("what has not changed is the same as before", () => {
  const before = { a: { b: 1 }, rows: [{ id: "x" }, { id: "y" }] };
  const now = patched(before, { rows: [0, [[1, 1], [{ id: "z" }]]] }) as typeof before;
  ok(now.a === before.a && now.rows[0] === before.rows[1], "shared");
  equal(before.rows.length, 2, "and the old state stays as it was");
});
