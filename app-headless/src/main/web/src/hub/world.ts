import type { World } from "./hub.ts";

/** The world as a browser has it. */
export const browser: World = {
  now: () => Date.now(),
  after: (ms, what) => {
    const timer = setTimeout(what, ms);
    return () => clearTimeout(timer);
  },
  fetch: (path, init) => fetch(path, { credentials: "same-origin", ...init }),
};
