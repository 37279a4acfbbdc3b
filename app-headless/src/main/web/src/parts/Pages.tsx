import { with_ } from "../router.ts";
import { Icon } from "./Icon.tsx";

/** Where in a list that goes over several pages somebody is; pages are counted from 0. */
export function Pages({ page, pages, says }: { page: number; pages: number; says?: string }) {
  if (pages <= 1) return null;
  const to = (wanted: number) => with_({ page: wanted === 0 ? undefined : String(wanted) }, false);
  return (
    <nav class="pages" aria-label="Pages">
      <button class="btn quiet" disabled={page <= 0} onClick={() => to(page - 1)} aria-label="Page before"><Icon name="left" size={14} /></button>
      <span class="mono">{says ?? `page ${page + 1} of ${pages}`}</span>
      <button class="btn quiet" disabled={page >= pages - 1} onClick={() => to(page + 1)} aria-label="Page after"><Icon name="right" size={14} /></button>
    </nav>
  );
}
