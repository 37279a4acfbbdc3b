import { sha256 } from "./sha256.ts";

/** What proves a password without telling it: SHA-256 of `password:nonce`, as the daemon computes it. */
export function proof(password: string, nonce: string): string {
  return sha256(new TextEncoder().encode(`${password}:${nonce}`));
}
