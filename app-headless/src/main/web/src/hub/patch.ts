/* The other half of what the daemon writes: see its `Patch`. */

type Step = [unknown] | [number, number] | [number, 0, Patch];
/** `[v]` a value, `[]` it is gone, `{field: patch}` an object, `[0, steps]` a list. */
export type Patch = [unknown] | [] | [0, Step[]] | { [field: string]: Patch };

/** What a patch makes of a value; what has not changed is the same object as before. */
export function patched(before: unknown, patch: Patch): unknown {
  if (!Array.isArray(patch)) return fields(before as Record<string, unknown>, patch);
  if (patch.length === 1) return patch[0];
  const old = before as unknown[];
  return (patch as [0, Step[]])[1].flatMap((step) => {
    if (step.length === 1) return [step[0]];
    if (step.length === 2) return old.slice(step[0], step[0] + step[1]);
    return [patched(old[step[0]], step[2])];
  });
}

function fields(before: Record<string, unknown>, patch: Record<string, Patch>): Record<string, unknown> {
  const now = new Map(Object.entries(before));
  for (const [field, change] of Object.entries(patch)) {
    if (Array.isArray(change) && change.length === 0) now.delete(field);
    else now.set(field, patched(now.get(field), change));
  }
  return Object.fromEntries(now);
}
