import { ask, part } from "../net/api.ts";
import type { BellRow } from "../view.d.ts";
import { A } from "./A.tsx";
import { runAt, unitAt } from "./at.ts";
import { told } from "./do.ts";
import { Mark } from "./Mark.tsx";

const SHORT = 4;
const tell = async (path: string) => told(await ask("POST", `/api/notifications/${path}`));

export const readAll = () => void tell("read");

/** Something that has rung: what, when and how often, and where to look. Opening it has read it. */
export function Note({ row, then }: { row: BellRow; then?: () => void }) {
  const to = row.unit === "" ? undefined : row.run_id === "" ? unitAt(row.unit) : runAt(row.unit, row.run_id);
  const opened = () => {
    if (row.unread) void tell(`${part(row.id)}/read`);
    then?.();
  };
  const turn = row.unread ? "Mark read" : "Mark unread";
  return (
    <article class={row.unread ? "note-row unread" : "note-row"}>
      <span class={`st ${row.tone}`}><Mark mark={row.mark} /></span>
      <div class="told">
        <h2>{to === undefined ? row.title : <A href={to} data-row onClick={opened}>{row.title}</A>}</h2>
        <p class="body">{row.body}</p>
        <p class="when">
          <time title={row.at}>{row.rhythm}</time>
          {row.run_id !== "" && <code title={`Run ${row.run_id} of ${row.unit}`}>{row.unit} {row.run_id.slice(-SHORT)}</code>}
          {row.strip.length > 0 && <Beats strip={row.strip} says={row.rhythm} />}
        </p>
      </div>
      <button class="iconic" aria-label={`${turn}: ${row.title}`} title={turn} onClick={() => void tell(`${part(row.id)}/${row.unread ? "read" : "unread"}`)}><i /></button>
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
