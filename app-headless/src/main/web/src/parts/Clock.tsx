import { useNow } from "./now.ts";

/** The time by the daemon's zone, so that schedules can be read against it. */
export function Clock({ zone }: { zone: string | undefined }) {
  const now = useNow(1000);
  let text: string;
  try {
    text = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false, ...(zone === undefined ? {} : { timeZone: zone }) }).format(now);
  } catch {
    text = new Date(now).toTimeString().slice(0, 8);
  }
  return <time class="zone" title={zone}>{text}</time>;
}
