import { equal } from "../testing.ts";
import { beginWith, given, wrong } from "./params.ts";
import type { ParamResponse } from "../view.d.ts";

declare const Deno: any;

const param = (key: string, more: Partial<ParamResponse> = {}): ParamResponse => ({ key, kind: "env", type: "string", required: false, choices: [], allow_custom: false, ...more });

Deno.test("leaving out, an empty text and a default are three things", () => {
  const params = [param("A"), param("B", { fallback: "b" }), param("C")];
  equal(given(params, beginWith(params)), { B: "b" });
  equal(given(params, { A: "", B: undefined }), { A: "", B: null });
});

Deno.test("what the daemon would refuse is told before it is asked", () => {
  equal(wrong([param("A", { required: true })], { A: "" }), "A must be given.");
  equal(wrong([param("N", { type: "number" })], { N: "1e" }), "N must be a number, such as 12 or -0.5.");
  equal(wrong([param("C", { choices: ["x", "y"] })], { C: "z" }), "C must be one of x, y.");
  equal(wrong([param("C", { choices: ["x", "y"], allow_custom: true })], { C: "z" }), null);
  equal(wrong([param("A")], {}), null);
});
