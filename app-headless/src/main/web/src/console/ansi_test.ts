import { equal, ok } from "../testing.ts";
import { plain, spans } from "./ansi.ts";

declare const Deno: any;

Deno.test("colours are kept as classes of the palette or as they are given", () => {
  equal(spans("a\u001b[1;31mb\u001b[0mc"), [{ text: "a", classes: "" }, { text: "b", classes: "bold f1" }, { text: "c", classes: "" }]);
  equal(spans("\u001b[38;5;208mx\u001b[48;2;1;2;3my"), [{ text: "x", classes: "", colour: "rgb(255 135 0)" }, { text: "y", classes: "", colour: "rgb(255 135 0)", ground: "rgb(1 2 3)" }]);
  equal(spans("\u001b[93mx\u001b[39my"), [{ text: "x", classes: "f11" }, { text: "y", classes: "" }]);
  equal(spans("\u001b[1m\u001b[22mx"), [{ text: "x", classes: "" }]);
});

Deno.test("nothing that controls a screen is left in any line", () => {
  let seed = 20_261_126;
  const pick = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
  const signs = ["\u001b", "[", "]", "m", "0", ";", "31", "38;5;", "a", "\u0007", "\r", "\b", "\u009b", "\u202e", "\u0000", "?25l", "P", "\\", "é", "\t"];
  for (let i = 0; i < 5000; i++) {
    const line = Array.from({ length: pick(24) }, () => signs[pick(signs.length)]).join("");
    const shown = spans(line).map((span) => span.text).join("");
    ok(!/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(shown), JSON.stringify(line));
    equal(shown, plain(line), JSON.stringify(line));
  }
});
