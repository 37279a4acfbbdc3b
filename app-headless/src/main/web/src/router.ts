import { Cell } from "./net/cell.ts";

/** Where somebody is. */
export interface Place {
  path: string;
  parts: string[];
  query: Record<string, string>;
}

export function read(path: string, search: string): Place {
  const parts = path.split("/").filter((name) => name !== "").map(decode);
  return { path, parts, query: Object.fromEntries(new URLSearchParams(search)) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An address within the page; values that say nothing are left out. */
export function address(parts: string[], query: Record<string, string | undefined> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== "") search.set(name, value);
  const text = search.toString();
  return "/" + parts.map(encodeURIComponent).join("/") + (text === "" ? "" : `?${text}`);
}

export const place = new Cell<Place>({ path: "/", parts: [], query: {} });

/** What is scrolled: the page itself stands still. */
const content = () => document.getElementById("content");

export function begin(): void {
  history.scrollRestoration = "manual";
  const look = () => place.set(read(location.pathname, location.search));
  addEventListener("popstate", (event) => {
    look();
    const top = (event.state as { top?: number } | null)?.top ?? 0;
    // What was shown last is drawn at once, so there is something to scroll.
    requestAnimationFrame(() => requestAnimationFrame(() => content()?.scrollTo(0, top)));
  });
  look();
}

/** Goes to an address of this page; `replace` leaves no step to go back to. */
export function go(to: string, replace = false): void {
  if (to === location.pathname + location.search) return;
  if (replace) history.replaceState(history.state, "", to);
  else {
    history.replaceState({ top: content()?.scrollTop ?? 0 }, "");
    history.pushState(null, "", to);
  }
  const before = place.value.path;
  place.set(read(location.pathname, location.search));
  if (before === place.value.path) return;
  content()?.scrollTo(0, 0);
  // Whoever reads with their ears goes on with the new screen.
  content()?.focus({ preventScroll: true });
}

/** The same place with something in its query changed. */
export function with_(changes: Record<string, string | undefined>, replace = true): void {
  go(address(place.value.parts, { ...place.value.query, ...changes }), replace);
}
