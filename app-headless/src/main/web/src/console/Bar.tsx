import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "../net/api.ts";
import { copy } from "../parts/Copy.tsx";
import { Icon } from "../parts/Icon.tsx";
import { nextAt, zone } from "../parts/zones.ts";
import { with_ } from "../router.ts";
import type { Log, Page } from "./lines.ts";
import { textOf } from "./Rows.tsx";
import type { Found } from "./useFind.ts";
import { logOf } from "./useLog.ts";

interface Props {
  log: Log;
  task: string;
  run: string | null;
  find: string;
  found: Found;
  pick: [number, number] | null;
  walk(back: boolean): void;
  go(line: number | undefined): void;
  wrap: boolean;
  setWrap(on: boolean): void;
  times: boolean;
  setTimes(on: boolean): void;
  large: boolean;
  setLarge(on: boolean): void;
}

/** What stands above the lines: finding, looks, and what is done with lines that were picked. */
export function Bar(props: Props) {
  const { log, task, run, find, found, pick, walk } = props;
  const typed = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.key === "Enter") walk(event.shiftKey);
    if (event.key === "Escape") {
      if (find === "") event.currentTarget.blur();
      with_({ find: undefined });
    }
  };
  return (
    <div class="bar2">
      <label class="find"><Icon name="search" size={14} /><span class="unseen">Find in output</span>
        <input type="search" data-find placeholder="Find in output" value={find} onInput={(event) => with_({ find: event.currentTarget.value })} onKeyDown={typed} />
      </label>
      {find === "" ? <kbd class="kbd">/</kbd> : <span class="hits" role="status">{tells(found, pick)}</span>}
      {find !== "" && <><Tool says="Line before" on={() => walk(true)}>↑</Tool><Tool says="Line after" on={() => walk(false)}>↓</Tool></>}
      <span class="sp" />
      {pick !== null && <Picked log={log} pick={pick} />}
      {run !== null && <Jump task={task} run={run} log={log} go={props.go} />}
      <Tool says="Wrap long lines (w)" pressed={props.wrap} on={() => props.setWrap(!props.wrap)}>wrap</Tool>
      <span class="wide-only"><Tool says="Show times (t)" pressed={props.times} on={() => props.setTimes(!props.times)}>time</Tool></span>
      <span class="wide-only"><Tool says={props.large ? "Small again (f)" : "Large: fill the window (f)"} pressed={props.large} on={() => props.setLarge(!props.large)}>{props.large ? "small" : "large"}</Tool></span>
      {run !== null && <a class="tool" href={`${logOf(task, run)}/raw`} download>download</a>}
    </div>
  );
}

function Tool({ says, pressed, on, children }: { says: string; pressed?: boolean; on(): void; children: string }) {
  return <button class={pressed ? "tool on" : "tool"} aria-label={says} title={says} aria-pressed={pressed} onClick={on}>{children}</button>;
}

function tells(found: Found, pick: [number, number] | null): string {
  if (found.wrong !== "") return found.wrong;
  if (found.searching && found.lines.length === 0) return "searching";
  if (found.lines.length === 0) return "nothing found";
  const at = pick === null ? -1 : found.lines.indexOf(pick[0]);
  return `${at < 0 ? "" : `${at + 1} of `}${found.lines.length}${found.more ? "+" : ""}`;
}

function Picked({ log, pick }: { log: Log; pick: [number, number] }) {
  const [done, setDone] = useState("");
  const count = pick[1] - pick[0] + 1;
  const take = async (what: string, text: string) => setDone((await copy(text)) ? what : "");
  return (
    <span class="picked">
      <Tool says="Copy the picked lines" on={() => void take("lines", textOf(Array.from({ length: Math.min(count, 10_000) }, (_, i) => log.at(pick[0] + i))))}>{done === "lines" ? "copied" : count === 1 ? "copy line" : `copy ${count} lines`}</Tool>
      <Tool says="Copy a link to the picked lines" on={() => void take("link", location.href)}>{done === "link" ? "copied" : "copy link"}</Tool>
      <Tool says="Pick no line" on={() => with_({ line: undefined })}>×</Tool>
    </span>
  );
}

/** Goes to what was printed at a time of the day on which the run began, or on the next. */
function Jump({ task, run, log, go }: { task: string; run: string; log: Log; go(line: number | undefined): void }) {
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [open]);
  const submit = async (event: Event) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget as HTMLFormElement).get("time") as string;
    const first = log.at(log.first)?.ts ?? log.at(log.total - 1)?.ts ?? Date.now();
    const when = nextAt(text, first, zone.value);
    const page = when === null ? null : await ask<Page>("GET", `${logOf(task, run)}?from=0&limit=1&from_ts=${when}`);
    const line = page?.ok ? page.value.lines[0]?.n : undefined;
    setWrong(line === undefined);
    if (line === undefined) return;
    setOpen(false);
    go(line);
  };
  if (!open) return <Tool says="Go to a time" on={() => setOpen(true)}>go to</Tool>;
  return (
    <form class="jump" onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && setOpen(false)}>
      <label><span class="unseen">Time</span><input name="time" type="time" step="1" aria-invalid={wrong} required ref={field} /></label>
      <button class="tool">{wrong ? "nothing then" : "go"}</button>
    </form>
  );
}
