import type { Problem } from "../net/api.ts";
import { Cell } from "../net/cell.ts";
import { zone } from "../parts/zones.ts";
import { Hub } from "./hub.ts";
import type { Link, ToHub, ToPage, Wanted } from "./protocol.ts";
import { browser } from "./world.ts";

declare const WORKER: string;

const BEAT_MS = 50_000;

export const link = new Cell<Link>({ phase: "connecting", since: Date.now(), heard: 0, attempts: 0, next: 0, why: "" });

/** What comes for a place. */
export interface Watcher {
  view?(state: unknown): void;
  lines?(lines: unknown): void;
  problem?(problem: Problem): void;
}

const watchers = new Map<number, { watcher: Watcher; wanted: Wanted }>();
let ids = 0;
let send: ((message: ToHub) => void) | null = null;

/** Shows what is wanted until it is told to stop. */
export function watch(screen: string, query: Record<string, string>, watcher: Watcher): () => void {
  const id = ids++;
  const wanted = { screen, query, zone: zone.value };
  watchers.set(id, { watcher, wanted });
  hub()({ do: "watch", id, wanted });
  return () => {
    watchers.delete(id);
    send?.({ do: "drop", id });
  };
}

/** Wakes what holds the connection, so that it is there when something is to be shown. */
export function wake(): void {
  hub();
}

/** Tries at once what is tried later otherwise. */
export function retry(): void {
  hub()({ do: "retry" });
}

function hub(): (message: ToHub) => void {
  send ??= typeof SharedWorker === "undefined" ? alone() : shared();
  return send;
}

function hear(message: ToPage): void {
  if (message.is === "link") return link.set(message.link);
  const watcher = watchers.get(message.id)?.watcher;
  if (message.is === "view") watcher?.view?.(message.state);
  if (message.is === "lines") watcher?.lines?.(message.lines);
  if (message.is === "problem") watcher?.problem?.(message.problem);
}

function shared(): (message: ToHub) => void {
  const worker = new SharedWorker(WORKER, { type: "module", name: "runwisp" });
  worker.port.onmessage = (event: MessageEvent<ToPage>) => hear(event.data);
  const tell = (message: ToHub) => worker.port.postMessage(message);
  setInterval(() => tell({ do: "here" }), BEAT_MS);
  addEventListener("pagehide", () => tell({ do: "leave" }));
  // A page that slept may have been forgotten meanwhile, one that comes back from the browser's cache has left.
  const again = () => watchers.forEach(({ wanted }, id) => tell({ do: "watch", id, wanted }));
  addEventListener("pageshow", (event) => event.persisted && again());
  document.addEventListener("visibilitychange", () => document.hidden || tell({ do: "here" }));
  return tell;
}

/** Where pages cannot share, each has a connection of its own, and gives it back while nobody looks. */
function alone(): (message: ToHub) => void {
  let own = new Hub(browser);
  const page = { tell: hear };
  document.addEventListener("visibilitychange", () => {
    own.leave(page);
    if (document.hidden) return;
    own = new Hub(browser);
    own.join(page);
    watchers.forEach(({ wanted }, id) => own.hear(page, { do: "watch", id, wanted }));
  });
  own.join(page);
  return (message) => own.hear(page, message);
}
