import { address } from "../router.ts";
import type { Mark, SearchView, ShellScreen, Tone } from "../view.d.ts";
import { unitAt } from "./at.ts";
import { help } from "./layers.ts";
import { signOut } from "../sign/session.ts";
import { turnDensity, turnTheme } from "./theme.ts";

/** Something that the palette offers. */
export interface Offer {
  key: string;
  pieces: { text: string; hit: boolean }[];
  says: string;
  /** Whether it is something that one could type. */
  typed: boolean;
  to?: string;
  act?: () => void;
  mark?: Mark;
  tone?: Tone;
  keys?: string;
}

interface Place {
  says: string;
  to?: string;
  act?: () => void;
  keys?: string;
}

const PLACES: Place[] = [
  { says: "Overview", to: "/", keys: "g o" },
  { says: "All runs", to: "/runs", keys: "g r" },
  { says: "Failed runs", to: "/runs?status=failed", keys: "g f" },
  { says: "Calendar", to: "/calendar", keys: "g c" },
  { says: "Up next", to: "/upcoming", keys: "g u" },
  { says: "Bell", to: "/notifications", keys: "g n" },
  { says: "Reload the configuration", to: "/reload" },
  { says: "Switch colours", act: turnTheme, keys: "c" },
  { says: "Rows closer together, or wider apart", act: turnDensity, keys: "d" },
  { says: "The overview alone, for a screen on the wall", to: "/?kiosk=1" },
  { says: "Keys", act: () => help.set(true), keys: "?" },
  { says: "Log out", act: () => void signOut() },
];
const MOST = 60;

/** What fits a text: places and commands, then units, then what the daemon found. */
export function offers(text: string, shell: ShellScreen | undefined, found: SearchView | undefined): Offer[] {
  const places: Offer[] = PLACES.filter((place) => fits(place.says, text)).map((place) => ({ key: place.says, pieces: cut(place.says, text), typed: false, ...place, says: "" }));
  if (found !== undefined) return [...places, ...found.results.map(result)].slice(0, MOST);
  const units = (shell?.groups ?? []).flatMap((group) => group.units).filter((unit) => fits(unit.name, text));
  return [...(text === "" ? [] : places), ...units.map((unit) => ({ key: `u ${unit.name}`, pieces: cut(unit.name, text), says: unit.word, typed: true, to: unitAt(unit.name), mark: unit.mark, tone: unit.tone })), ...(text === "" ? places : [])].slice(0, MOST);
}

function result(result: SearchView["results"][number], i: number): Offer {
  const { title, pieces } = result;
  const parts: Offer["pieces"] = [];
  let from = 0;
  for (const piece of pieces) {
    if (piece.from > from) parts.push({ text: title.slice(from, piece.from), hit: false });
    parts.push({ text: title.slice(piece.from, piece.to), hit: true });
    from = piece.to;
  }
  if (from < title.length) parts.push({ text: title.slice(from), hit: false });
  const line = result.line < 0 ? {} : { line: String(result.line + 1) };
  const to = result.run_id === "" ? unitAt(result.unit) : address(["tasks", result.unit, result.run_id], line);
  return { key: `${result.kind} ${result.unit} ${result.run_id} ${result.line} ${i}`, pieces: parts, says: result.says, typed: true, to, mark: result.mark, tone: result.tone };
}

function fits(says: string, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/);
  return words.every((word) => says.toLowerCase().includes(word));
}

function cut(says: string, text: string): Offer["pieces"] {
  const at = text === "" ? -1 : says.toLowerCase().indexOf(text.toLowerCase());
  if (at < 0) return [{ text: says, hit: false }];
  return [
    { text: says.slice(0, at), hit: false },
    { text: says.slice(at, at + text.length), hit: true },
    { text: says.slice(at + text.length), hit: false },
  ].filter((piece) => piece.text !== "");
}
