/* What a browser remembers of a person's taste. Storage may be forbidden: then nothing is remembered, and nothing breaks. */

export function kept(name: string, otherwise: string): string {
  try {
    return localStorage.getItem(`runwisp.${name}`) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`runwisp.${name}`, value);
  } catch {
    // As above.
  }
}
