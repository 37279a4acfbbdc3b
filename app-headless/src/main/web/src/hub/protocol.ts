import type { Problem } from "../net/api.ts";

/** How it stands with the one connection to the daemon. Times are in milliseconds of the browser's clock. */
export interface Link {
  phase: "connecting" | "live" | "lost" | "signed_out";
  /** Since when it is so. */
  since: number;
  /** When the daemon was last heard; 0 for never. */
  heard: number;
  /** How often it was tried in vain. */
  attempts: number;
  /** When it is tried again; 0 for not at all. */
  next: number;
  why: string;
}

/** What a place on a page shows. */
export interface Wanted {
  screen: string;
  query: Record<string, string>;
  zone: string;
}

/** What a page tells the hub; `id` is the page's own number for a place. */
export type ToHub =
  | { do: "watch"; id: number; wanted: Wanted }
  | { do: "drop"; id: number }
  | { do: "retry" }
  | { do: "here" }
  | { do: "leave" };

/** What the hub tells a page. */
export type ToPage =
  | { is: "link"; link: Link }
  | { is: "view"; id: number; state: unknown }
  | { is: "lines"; id: number; lines: unknown }
  | { is: "problem"; id: number; problem: Problem };
