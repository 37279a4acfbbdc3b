import { go, place, with_ } from "../router.ts";
import type { RunScreen, UnitView } from "../view.d.ts";
import { runAt, unitAt } from "./at.ts";
import { copy } from "./Copy.tsx";
import { want } from "./do.ts";
import { bell, drawer, help, palette } from "./layers.ts";
import { turnDensity, turnTheme } from "./theme.ts";
import { toast } from "./toast.ts";

/** What keys are about: what the screen shows. */
export const subject: { unit: UnitView | undefined; run: RunScreen | undefined } = { unit: undefined, run: undefined };

const CHORD_MS = 1200;
const PLACES: Record<string, string> = { o: "/", r: "/runs", f: "/runs?status=failed", c: "/calendar", u: "/upcoming", n: "/notifications" };

let chord = 0;

/** Whether somebody types: then keys are letters. */
function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) && !(target instanceof HTMLInputElement && target.type === "checkbox");
}

export function listen(): void {
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      palette.set(!palette.value);
      return;
    }
    if (event.key === "Escape") return escape(event);
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector("dialog[open]") !== null) return;
    if (Date.now() - chord < CHORD_MS && PLACES[event.key] !== undefined) {
      chord = 0;
      event.preventDefault();
      return go(PLACES[event.key]!);
    }
    const act = KEYS[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}

function escape(event: KeyboardEvent): void {
  drawer.set(false);
  if (place.value.query["kiosk"] !== undefined) with_({ kiosk: undefined });
  if (!typing(event.target) || document.querySelector("dialog[open]") !== null) return;
  (event.target as HTMLElement).blur();
}

const unit = (act: (unit: UnitView) => void) => () => (subject.unit === undefined ? undefined : act(subject.unit));

const KEYS: Record<string, () => void> = {
  g: () => void (chord = Date.now()),
  "?": () => help.set(true),
  ":": () => palette.set(true),
  "/": () => document.querySelector<HTMLElement>(".main [data-find]")?.focus(),
  j: () => walk(1),
  k: () => walk(-1),
  b: () => bell.set(true),
  c: turnTheme,
  d: turnDensity,
  r: unit((one) => want(one, one.service ? (possible(one, "start") ? "start" : "restart") : "run")),
  s: unit((one) => want(one, "stop")),
  p: unit((one) => want(one, one.mark === "paused" ? "resume" : "pause")),
  l: unit((one) => (one.last === undefined ? undefined : go(runAt(one.name, one.last.id)))),
  w: unit((one) => go(`${unitAt(one.name)}/why`)),
  y: () => void copy(location.href).then((done) => done && toast("The address of this page was copied.")),
  "[": () => beside("newer"),
  "]": () => beside("older"),
};

function possible(one: UnitView, verb: "start"): boolean {
  return one.actions.some((action) => action.verb === verb && action.why_not === undefined);
}

function beside(which: "newer" | "older"): void {
  const id = subject.run?.[which];
  if (id !== undefined && id !== "") go(runAt(place.value.parts[1]!, id));
}

/** The focus goes from row to row. */
function walk(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>(".main [data-row]")];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
  if (row === undefined) return;
  const link = row instanceof HTMLAnchorElement ? row : row.querySelector<HTMLElement>("a");
  link?.focus();
  link?.scrollIntoView({ block: "nearest" });
}
