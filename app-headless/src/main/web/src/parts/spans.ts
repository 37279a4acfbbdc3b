/** A length of time in the two units that matter, as the daemon writes it. */
export function span(ms: number): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  if (s < 10) return `${(Math.floor(ms / 100) / 10).toFixed(1)} s`;
  if (s < 60) return `${s} s`;
  if (s < 3600) return two(Math.floor(s / 60), "m", s % 60, "s");
  if (s < 86_400) return two(Math.floor(s / 3600), "h", Math.floor((s % 3600) / 60), "m");
  return two(Math.floor(s / 86_400), "d", Math.floor((s % 86_400) / 3600), "h");
}

/** The same for what ticks: no fractions that flicker. */
export function ticking(ms: number): string {
  return ms < 10_000 ? `${Math.max(0, Math.floor(ms / 1000))} s` : span(ms);
}

function two(great: number, greatUnit: string, small: number, smallUnit: string): string {
  return `${great} ${greatUnit}${small === 0 ? "" : ` ${small} ${smallUnit}`}`;
}
