/** A piece of a line that looks alike throughout: classes for what the palette decides, colours for what is given. */
export interface Span {
  text: string;
  classes: string;
  colour?: string;
  ground?: string;
}

interface Style {
  fg: number | string | null;
  bg: number | string | null;
  on: Set<string>;
}

const MARKS: Record<number, string> = { 1: "bold", 2: "faded", 3: "italic", 4: "under", 7: "inverse", 9: "struck" };
const OFF: Record<number, string[]> = { 22: ["bold", "faded"], 23: ["italic"], 24: ["under"], 27: ["inverse"], 29: ["struck"] };
// Sequences that are whole: CSI, OSC and the like, and the short ones.
const SEQUENCE = /\u001b(?:\[([0-?]*)[ -/]*([@-~])|[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)|[ -/]*[0-~])/g;
// What is left of controls, and signs that turn the direction of a text.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The pieces of a line. Colours are kept; every other control is left out or becomes a picture that does nothing. */
export function spans(line: string): Span[] {
  if (!line.includes("\u001b")) return line === "" ? [] : [{ text: harmless(line), classes: "" }];
  const found: Span[] = [];
  const style: Style = { fg: null, bg: null, on: new Set() };
  let from = 0;
  for (const match of line.matchAll(SEQUENCE)) {
    push(found, line.slice(from, match.index), style);
    from = match.index + match[0].length;
    if (match[2] === "m") select(style, match[1] ?? "");
  }
  push(found, line.slice(from), style);
  return found;
}

/** A line as it would be read out. */
export function plain(line: string): string {
  return harmless(line.includes("\u001b") ? line.replace(SEQUENCE, "") : line);
}

function harmless(text: string): string {
  return text.replace(CONTROL, (sign) => {
    const code = sign.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "\u2421" : "\ufffd";
  });
}

function push(found: Span[], text: string, style: Style): void {
  if (text === "") return;
  const classes = [...style.on];
  const span: Span = { text: harmless(text), classes: "" };
  if (typeof style.fg === "number") classes.push(`f${style.fg}`);
  if (typeof style.bg === "number") classes.push(`g${style.bg}`);
  if (typeof style.fg === "string") span.colour = style.fg;
  if (typeof style.bg === "string") span.ground = style.bg;
  span.classes = classes.join(" ");
  found.push(span);
}

function select(style: Style, parameters: string): void {
  const codes = parameters.split(/[;:]/).map((code) => (code === "" ? 0 : Number(code)));
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    if (code === 38 || code === 48) {
      const [colour, used] = given(codes, i + 1);
      i += used;
      if (code === 38) style.fg = colour;
      else style.bg = colour;
    } else if (!plainCode(style, code)) {
      return;
    }
  }
}

/** Whether the code could be read as a number at all. */
function plainCode(style: Style, code: number): boolean {
  if (Number.isNaN(code)) return false;
  if (code === 0) {
    style.fg = style.bg = null;
    style.on.clear();
  } else if (MARKS[code] !== undefined) style.on.add(MARKS[code]);
  else if (OFF[code] !== undefined) OFF[code].forEach((mark) => style.on.delete(mark));
  else if (code >= 30 && code <= 37) style.fg = code - 30;
  else if (code >= 90 && code <= 97) style.fg = code - 82;
  else if (code >= 40 && code <= 47) style.bg = code - 40;
  else if (code >= 100 && code <= 107) style.bg = code - 92;
  else if (code === 39) style.fg = null;
  else if (code === 49) style.bg = null;
  return true;
}

/** A colour out of 256, or one that is given in full; and how many codes tell it. */
function given(codes: number[], at: number): [number | string | null, number] {
  if (codes[at] === 5) return [indexed(codes[at + 1]), 2];
  if (codes[at] === 2) {
    const parts = codes.slice(at + 1, at + 4);
    const whole = parts.length === 3 && parts.every((value) => value >= 0 && value <= 255);
    return [whole ? `rgb(${parts.join(" ")})` : null, 4];
  }
  return [null, codes.length];
}

function indexed(index: number | undefined): number | string | null {
  if (index === undefined || !(index >= 0 && index <= 255)) return null;
  if (index < 16) return index;
  if (index >= 232) return `rgb(${[0, 0, 0].map(() => 8 + 10 * (index - 232)).join(" ")})`;
  const cube = index - 16;
  const level = (step: number) => (step === 0 ? 0 : 55 + 40 * step);
  return `rgb(${[Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level).join(" ")})`;
}
