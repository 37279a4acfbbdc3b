import { useEffect, useState } from "preact/hooks";

/** The browser's clock, drawn anew each so many milliseconds; durations tick here, not over the wire. */
export function useNow(every: number): number {
  const [now, set] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => document.hidden || set(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
