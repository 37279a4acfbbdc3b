import { equal } from "./testing.ts";
import { address, read } from "./router.ts";

declare const Deno: any;

Deno.test("an address leads back to what it was made of, whatever a unit is called", () => {
  for (const name of ["a", "web:api.v2", "50%", "a b", "ä#1", "..", "?x=1"]) {
    const text = address(["tasks", name], { q: "exit:>100 & more", none: "", gone: undefined });
    const url = new URL(text, "http://localhost");
    if (name !== "..") equal(read(url.pathname, url.search), { path: url.pathname, parts: ["tasks", name], query: { q: "exit:>100 & more" } }, name);
  }
});

Deno.test("an address that cannot be read is a place all the same", () => {
  equal(read("/tasks/%E0%A4", "").parts, ["tasks", "%E0%A4"]);
});
