import { link } from "../hub/page.ts";
import { useCell } from "../net/use.ts";
import type { Log } from "./lines.ts";

/** What stands below the lines; `last` is behind the last line that is seen. */
export function Status({ log, following, last }: { log: Log; following: boolean; last: number }) {
  const { phase } = useCell(link);
  const state = log.finalized ? "complete" : phase !== "live" ? "not live: no connection" : following ? "following" : "live, you read further up";
  const total = log.total.toLocaleString("en");
  return (
    <div class="status">
      <span class={log.finalized ? "" : phase === "live" ? "live" : "bad"}>{state}</span>
      <span>{total} {log.total === 1 ? "line" : "lines"}</span>
      {log.total > 0 && <span class="end">{Math.min(last, log.total).toLocaleString("en")} of {total}</span>}
    </div>
  );
}
