import { useCell } from "../net/use.ts";
import { useNow } from "./now.ts";
import { alike, here, turnZone, wall, zone } from "./zones.ts";

const CITY = /[^/]+$/;

/** The time by which everything on the page is told. Where the daemon has another one, it can be had instead. */
export function Clock({ daemon }: { daemon: string | undefined }) {
  const now = useNow(1000);
  const shown = useCell(zone);
  const time = wall(now, shown).slice(11);
  if (daemon === undefined || (alike(here, daemon, now) && shown === here)) return <time class="zone" title={shown}>{time}</time>;
  const name = (CITY.exec(shown)?.[0] ?? shown).replace(/_/g, " ");
  const says = shown === here ? `Times are yours, ${here}. The daemon lives by ${daemon}: show its times.` : `Times are the daemon's, ${shown}. Show yours, ${here}.`;
  return <button class="zone turn" onClick={() => turnZone(daemon)} title={says}><time>{time}</time> {name}</button>;
}
