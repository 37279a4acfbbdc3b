import { useView } from "../hub/use.ts";
import { ask, part } from "../net/api.ts";
import { useCell } from "../net/use.ts";
import { A } from "../parts/A.tsx";
import { runAt, unitAt } from "../parts/at.ts";
import { told } from "../parts/do.ts";
import { Mark } from "../parts/Mark.tsx";
import { Empty, Screen } from "../parts/Screen.tsx";
import { place, with_ } from "../router.ts";
import type { BellRow } from "../view.d.ts";

const read = async (path: string) => told(await ask("POST", `/api/notifications/${path}`));

export function Bell() {
  const { query } = useCell(place);
  const view = useView("bell", query["before"] === undefined ? {} : { before: query["before"] }, "bell");
  return (
    <Screen view={view} title="Bell">
      {(state) => (
        <>
          <div class="verdict">
            <div><h1 class="headline">{state.headline}</h1><p class="sub">What went wrong or came back, newest first. What happens again within an hour is counted in its row.</p></div>
            <div class="acts">{state.unread > 0 && <button class="btn" onClick={() => void read("read")}>Mark all read</button>}</div>
          </div>
          <section class="panel">
            {state.rows.length === 0 && <Empty says={state.empty ?? "Nothing has rung the bell."} />}
            {state.rows.map((row) => <Row key={row.id} row={row} />)}
            {(state.more !== undefined || query["before"] !== undefined) && (
              <nav class="pages" aria-label="Pages">
                {query["before"] !== undefined && <button class="btn quiet" onClick={() => with_({ before: undefined }, false)}>Newest</button>}
                {state.more !== undefined && <button class="btn quiet" onClick={() => with_({ before: state.more }, false)}>Older</button>}
              </nav>
            )}
          </section>
        </>
      )}
    </Screen>
  );
}

function Row({ row }: { row: BellRow }) {
  const to = row.unit === "" ? undefined : row.run_id === "" ? unitAt(row.unit) : runAt(row.unit, row.run_id);
  const seen = () => void (row.unread && read(`${part(row.id)}/read`));
  return (
    <article class={row.unread ? "note-row unread" : "note-row"}>
      <span class={`st ${row.tone}`}><Mark mark={row.mark} /></span>
      <div>
        <h2>{to === undefined ? row.title : <A href={to} data-row onClick={seen}>{row.title}</A>}</h2>
        <p class="body">{row.body}</p>
        <p class="when"><time title={row.at}>{row.rhythm}</time></p>
      </div>
      {row.strip.length > 0 && <Beats strip={row.strip} says={row.rhythm} />}
      <button class="btn quiet" onClick={() => void read(`${part(row.id)}/${row.unread ? "read" : "unread"}`)}>{row.unread ? "Mark read" : "Mark unread"}</button>
    </article>
  );
}

function Beats({ strip, says }: { strip: number[]; says: string }) {
  return (
    <svg class="beats" width={strip.length * 6} height="16" role="img" aria-label={says}>
      {strip.map((height, i) => <rect key={i} x={i * 6} y={15 - height * 2} width="5" height={height * 2 + 1} rx="1" />)}
    </svg>
  );
}
