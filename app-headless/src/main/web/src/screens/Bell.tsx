import { useView } from "../hub/use.ts";
import { useCell } from "../net/use.ts";
import { Note, readAll } from "../parts/Note.tsx";
import { Empty, Screen } from "../parts/Screen.tsx";
import { place, with_ } from "../router.ts";

export function Bell() {
  const { query } = useCell(place);
  const view = useView("bell", query["before"] === undefined ? {} : { before: query["before"] }, "bell");
  return (
    <Screen view={view} title="Bell">
      {(state) => (
        <>
          <div class="verdict">
            <div><h1 class="headline">{state.headline}</h1><p class="sub">What went wrong or came back, newest first. What happens again within an hour is counted in its row.</p></div>
            <div class="acts">{state.unread > 0 && <button class="btn" onClick={readAll}>Mark all read</button>}</div>
          </div>
          <section class="panel">
            {state.rows.length === 0 && <Empty says={state.empty ?? "Nothing has rung the bell."} />}
            {state.rows.map((row) => <Note key={row.id} row={row} />)}
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
