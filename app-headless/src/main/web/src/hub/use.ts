import { useEffect, useRef, useState } from "preact/hooks";
import { ask, type Problem } from "../net/api.ts";
import type { Queries, ScreenName, Screens } from "../view.d.ts";
import { useCell } from "../net/use.ts";
import { zone } from "../parts/zones.ts";
import { link, watch } from "./page.ts";

/** What a screen has to draw: what was shown last, and why there is nothing newer. */
export interface View<T> {
  state: T | undefined;
  problem: Problem | undefined;
  /** Asks once more for what was refused. */
  again(): void;
}

interface Seen<T> {
  key: string;
  state: T | undefined;
  problem: Problem | undefined;
}

/** What was shown last stands at once when somebody comes back to it. */
const last = new Map<string, unknown>();
const MOST_KEPT = 40;

/**
 * The state of a screen, as the daemon tells it; null watches nothing. While something else of the same `subject` is asked for, what was shown stands, so that
 * nobody loses the field in which they type.
 */
export function useView<K extends ScreenName>(screen: K, query: Queries[K] | null, subject?: string): View<Screens[K]> {
  type T = Screens[K];
  const where = useCell(zone);
  const key = query === null ? "" : JSON.stringify([screen, query, where]);
  const [view, setView] = useState<Seen<T>>(() => begin<T>(key));
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (query === null) return;
    let shown = false;
    const show = (state: T) => {
      shown = true;
      remember(key, state);
      setView({ key, state, problem: undefined });
    };
    const stop = watch(screen, query as Record<string, string>, {
      view: (state) => show(state as T),
      problem: (problem) => {
        shown = true;
        last.delete(key);
        setView({ key, state: undefined, problem });
      },
    });
    // While the connection comes into being, an answer to a plain question is there sooner.
    if (link.value.phase === "connecting") {
      void ask<T>("GET", `/api/view/${screen}?${new URLSearchParams({ ...query, zone: where } as Record<string, string>)}`).then((answer) => {
        if (answer.ok && !shown) show(answer.value);
      });
    }
    return () => {
      shown = true;
      stop();
    };
  }, [key, tries]);
  const held = useRef<{ subject: string | undefined; state: T | undefined }>({ subject, state: undefined });
  const { state: newest, problem } = view.key === key ? view : begin<T>(key);
  const stands = newest === undefined && problem === undefined && subject !== undefined && held.current.subject === subject;
  const state = stands ? held.current.state : newest;
  held.current = { subject, state };
  return { state, problem, again: () => setTries(tries + 1) };
}

function begin<T>(key: string): Seen<T> {
  return { key, state: last.get(key) as T | undefined, problem: undefined };
}

function remember(key: string, state: unknown): void {
  last.delete(key);
  last.set(key, state);
  if (last.size > MOST_KEPT) last.delete(last.keys().next().value!);
}

/** Nothing of a session outlives it. */
export function forget(): void {
  last.clear();
}
