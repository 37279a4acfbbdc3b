import { equal, ok } from "../testing.ts";
import { proof } from "./proof.ts";
import { sha256 } from "./sha256.ts";

declare const Deno: any;

const FILE = new URL("../../../../../../shared-model/src/main/resources/io/runwisp/model/login-proof-vectors.txt", import.meta.url);

Deno.test("a proof is what the file for all clients says", () => {
  const lines: string[] = Deno.readTextFileSync(FILE).split("\n").filter((line: string) => line !== "" && !line.startsWith("#"));
  ok(lines.length > 5, "there are vectors");
  for (const line of lines) {
    const [nonce, expected, ...rest] = line.split("\t");
    equal(proof(rest.join("\t"), nonce!), expected, line);
  }
});

Deno.test("texts around the edges of a block have the digests that the standard gives them", async () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    const bytes = new Uint8Array(length).map((_, i) => i * 7);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    equal(sha256(bytes), [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join(""), `${length} bytes`);
  }
});
