import { useState } from "preact/hooks";
import { Icon } from "../parts/Icon.tsx";
import { wall, zone } from "../parts/zones.ts";
import { address, go, place, with_ } from "../router.ts";
import type { RunListView } from "../view.d.ts";
import { Find } from "./UnitTable.tsx";

const NAMES = ["page", "status", "task", "trigger", "from", "to", "exit", "retries", "sort", "search"];
const BUCKETS = [
  { word: "running", says: "Running" },
  { word: "succeeded", says: "Succeeded" },
  { word: "failed", says: "Failed" },
  { word: "skipped", says: "Skipped" },
  { word: "stopped", says: "Stopped" },
];
const TRIGGERS = [
  { word: "cron", says: "by its schedule" },
  { word: "api", says: "by hand" },
  { word: "service", says: "by the supervisor" },
  { word: "startup", says: "at daemon start" },
  { word: "hook", says: "by a hook" },
];
const SORTS = [
  { word: "", says: "Newest first" },
  { word: "created_at", says: "Oldest first" },
  { word: "-duration", says: "Longest first" },
  { word: "duration", says: "Shortest first" },
];

/** What an address says about a list of runs. */
export function wantedIn(query: Record<string, string>): Record<string, string> {
  return Object.fromEntries(NAMES.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])));
}

/** The day of a time in an address, for a field that knows days alone. */
const day = (time: string | undefined) => (time === undefined ? "" : time.includes("T") && !Number.isNaN(Date.parse(time)) ? wall(Date.parse(time), zone.value).slice(0, 10) : time);

/** What narrows a list of runs; all of it stands in the address. */
export function RunFilters({ list, of, units = [] }: { list: RunListView; of?: string; units?: string[] }) {
  const { query, parts } = place.value;
  const [open, setOpen] = useState(false);
  const status = query["status"] ?? "";
  const set = (changes: Record<string, string | undefined>) => with_({ ...changes, page: undefined });
  const without = (query: string) => go(address(parts, Object.fromEntries(new URLSearchParams(query))), true);
  // A bucket is to be seen already, and so is the unit on its own page.
  const seen = BUCKETS.some((bucket) => bucket.word === status) ? 1 : 0;
  const narrowed = list.chips.slice(seen).filter((chip) => of === undefined || chip.says !== `of ${of}`);
  return (
    <>
      <div class="tools">
        <div class="chips" role="group" aria-label="Which runs">
          <button class={status === "" ? "chip on" : "chip"} aria-pressed={status === ""} onClick={() => set({ status: undefined })}>All</button>
          {BUCKETS.map((bucket) => (
            <button key={bucket.word} class={status === bucket.word ? "chip on" : "chip"} aria-pressed={status === bucket.word} onClick={() => set({ status: status === bucket.word ? undefined : bucket.word })}>{bucket.says}</button>
          ))}
        </div>
        <Find text={query["search"] ?? ""} says="Find runs by unit or id" change={(search) => set({ search })} />
        <label class="field"><span class="unseen">Order</span>
          <select value={query["sort"] ?? ""} onChange={(event) => set({ sort: event.currentTarget.value })}>{SORTS.map((sort) => <option key={sort.word} value={sort.word}>{sort.says}</option>)}</select>
        </label>
        <button class={open ? "btn on" : "btn"} aria-expanded={open} onClick={() => setOpen(!open)}><Icon name="filter" size={14} /> More</button>
      </div>
      {open && (
        <div class="tools more-filters">
          {units.length > 0 && (
            <label class="field"><span>Unit</span><select value={query["task"] ?? ""} onChange={(event) => set({ task: event.currentTarget.value })}><option value="">any</option>{units.map((unit) => <option key={unit}>{unit}</option>)}</select></label>
          )}
          <label class="field"><span>Started</span><select value={query["trigger"] ?? ""} onChange={(event) => set({ trigger: event.currentTarget.value })}><option value="">in any way</option>{TRIGGERS.map((trigger) => <option key={trigger.word} value={trigger.word}>{trigger.says}</option>)}</select></label>
          <label class="field"><span>From</span><input type="date" value={day(query["from"])} onChange={(event) => set({ from: event.currentTarget.value })} /></label>
          <label class="field"><span>To</span><input type="date" value={day(query["to"])} onChange={(event) => set({ to: event.currentTarget.value })} /></label>
          <Find text={query["exit"] ?? ""} says="Exit code" example="137 or >100" change={(exit) => set({ exit })} />
          <label class="check"><input type="checkbox" checked={query["retries"] !== undefined} onChange={(event) => set({ retries: event.currentTarget.checked ? "only" : undefined })} /> retries only</label>
        </div>
      )}
      {narrowed.length > 0 && (
        <div class="tools narrowed" aria-label="What narrows the list">
          {narrowed.map((chip) => <button key={chip.says} class={chip.wrong ? "chip wrong" : "chip on"} title="Take this away" onClick={() => without(chip.without)}>{chip.says} <Icon name="close" size={10} /></button>)}
          <button class="btn quiet" onClick={() => go(address(parts), true)}>Clear all</button>
        </div>
      )}
    </>
  );
}
