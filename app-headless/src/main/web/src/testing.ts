/* The few words that tests need; there is no library for it in this build. */

export function equal(found: unknown, expected: unknown, about = ""): void {
  const one = JSON.stringify(found);
  const other = JSON.stringify(expected);
  if (one !== other) throw new Error(`${about}\nfound    ${one}\nexpected ${other}`);
}

export function ok(found: boolean, about: string): void {
  if (!found) throw new Error(about);
}
