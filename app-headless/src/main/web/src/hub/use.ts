import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../net/api.ts";
import type { Queries, ScreenName, Screens } from "../view.d.ts";
import { watch } from "./page.ts";

/** What a screen has to draw: what was shown last, and why there is nothing newer. */
export interface View<T> {
  state: T | undefined;
  problem: Problem | undefined;
}

/** What was shown last stands at once when somebody comes back to it. */
const last = new Map<string, unknown>();
const MOST_KEPT = 40;

/** The state of a screen, as the daemon tells it; null watches nothing. */
export function useView<K extends ScreenName>(screen: K, query: Queries[K] | null): View<Screens[K]> {
  type T = Screens[K];
  const key = query === null ? "" : JSON.stringify([screen, query]);
  const [view, setView] = useState<{ key: string; view: View<T> }>(() => begin<T>(key));
  useEffect(() => {
    if (query === null) return;
    return watch(screen, query as Record<string, string>, {
      view: (state) => {
        remember(key, state);
        setView({ key, view: { state: state as T, problem: undefined } });
      },
      problem: (problem) => {
        last.delete(key);
        setView({ key, view: { state: undefined, problem } });
      },
    });
  }, [key]);
  return view.key === key ? view.view : begin<T>(key).view;
}

function begin<T>(key: string): { key: string; view: View<T> } {
  return { key, view: { state: last.get(key) as T | undefined, problem: undefined } };
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
