import { equal } from "../testing.ts";
import { marked } from "./marked.ts";

declare const Deno: any;

const shown = (line: string, text: string) => marked(line, text).map((piece) => (piece.found ? `[${piece.text}]` : piece.text)).join("");

Deno.test("a text is found across colours, whatever the case unless upper case is typed", () => {
  equal(shown("a \u001b[31mcon\u001b[0mnection refused", "connection"), "a [con][nection] refused");
  equal(shown("Error error ERROR", "error"), "[Error] [error] [ERROR]");
  equal(shown("Error error ERROR", "Error"), "[Error] error ERROR");
  equal(shown("aaaa", "aa"), "[aa][aa]");
  equal(shown("abc", ""), "abc");
  equal(shown("", "x"), "");
});
