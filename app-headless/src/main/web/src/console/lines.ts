import type { Problem } from "../net/api.ts";

/** A line as the daemon tells it. */
export interface Line {
  n: number;
  ts: number;
  stream: "stdout" | "stderr" | "system";
  text: string;
  continued?: boolean;
  run_id?: string;
  replica_index?: number;
}

export interface Page {
  lines: Line[];
  first_available: number;
  total_lines: number;
  finalized: boolean;
}

/** What is still redrawn below the last line. */
export interface Region {
  stream: string;
  epoch: number;
  rows: string[];
  run_id?: string;
}

/** A piece of what comes live. */
export interface Batch {
  lines?: Line[];
  first_available?: number;
  total_lines?: number;
  finalized?: boolean;
  dropped?: { after: number; count: number };
  region?: Region;
  done?: unknown;
  /** Whether what came before counts no longer. */
  afresh?: boolean;
}

/** Fetches a stretch of a log: `from` counts from 0, below 0 from the end. */
export type Fetch = (from: number, limit: number) => Promise<Page | Problem>;

/** Lines are held in pieces of so many. */
export const PIECE = 500;
/** So many pieces are held: what was looked at longest ago goes. */
const MOST = 60;

/**
 * The lines of the log of a run, by their numbers: any stretch can be looked at, what is not held is fetched, and memory does not grow with the log.
 */
export class Lines {
  private readonly pieces = new Map<number, (Line | undefined)[]>();
  private readonly asked = new Set<number>();
  private readonly regions = new Map<string, Region>();
  first = 0;
  total = 0;
  finalized = false;
  loaded = false;
  problem: Problem | null = null;

  constructor(private readonly fetch: Fetch, private readonly changed: () => void) {}

  at(n: number): Line | undefined {
    return this.pieces.get(Math.floor(n / PIECE))?.[n % PIECE];
  }

  /** Sees to it that a stretch is there, now or soon. */
  need(from: number, to: number): void {
    for (let piece = Math.floor(Math.max(from, this.first) / PIECE); piece * PIECE < Math.min(to, this.total); piece++) {
      const held = this.pieces.get(piece);
      if (held !== undefined) {
        this.pieces.delete(piece);
        this.pieces.set(piece, held);
      }
      if (held === undefined || this.holes(piece, held)) void this.load(piece);
    }
  }

  take(batch: Batch): void {
    for (const line of batch.lines ?? []) this.put(line);
    if (batch.first_available !== undefined) this.first = Math.max(this.first, batch.first_available);
    if (batch.total_lines !== undefined) this.total = Math.max(this.total, batch.total_lines);
    if (batch.dropped !== undefined) this.total = Math.max(this.total, batch.dropped.after + 1 + batch.dropped.count);
    if (batch.finalized !== undefined) this.finalized = batch.finalized;
    if (batch.done !== undefined) this.finalized = true;
    if (batch.region !== undefined) this.show(batch.region);
    if (this.finalized) this.regions.clear();
    this.loaded = true;
    this.problem = null;
    this.forget();
    this.changed();
  }

  /** What is redrawn below the last line. */
  live(): string[] {
    return [...this.regions.values()].flatMap((region) => region.rows);
  }

  fail(problem: Problem): void {
    this.problem = problem;
    this.changed();
  }

  /** How many lines are held. */
  held(): number {
    let count = 0;
    for (const piece of this.pieces.values()) for (const line of piece) if (line !== undefined) count++;
    return count;
  }

  private show(region: Region): void {
    const key = `${region.run_id ?? ""} ${region.stream}`;
    const before = this.regions.get(key);
    if (before !== undefined && before.epoch > region.epoch) return;
    if (region.rows.length === 0) this.regions.delete(key);
    else this.regions.set(key, region);
  }

  private put(line: Line): void {
    const number = Math.floor(line.n / PIECE);
    let piece = this.pieces.get(number);
    if (piece === undefined) this.pieces.set(number, (piece = new Array<Line | undefined>(PIECE)));
    piece[line.n % PIECE] = line;
    this.total = Math.max(this.total, line.n + 1);
  }

  private holes(piece: number, held: (Line | undefined)[]): boolean {
    const from = Math.max(0, this.first - piece * PIECE);
    const to = Math.min(PIECE, this.total - piece * PIECE);
    for (let i = from; i < to; i++) if (held[i] === undefined) return true;
    return false;
  }

  private async load(piece: number): Promise<void> {
    if (this.asked.has(piece)) return;
    this.asked.add(piece);
    let from = Math.max(this.first, piece * PIECE);
    const to = Math.min(this.total, (piece + 1) * PIECE);
    try {
      // A page may end early when its lines are long.
      while (from < to) {
        const page = await this.fetch(from, to - from);
        if (!("lines" in page)) return this.fail(page);
        this.take({ lines: page.lines, first_available: page.first_available, total_lines: page.total_lines });
        const next = page.lines.length === 0 ? to : page.lines[page.lines.length - 1]!.n + 1;
        from = Math.max(next, page.first_available);
      }
    } finally {
      this.asked.delete(piece);
    }
  }

  private forget(): void {
    for (const piece of this.pieces.keys()) {
      if (this.pieces.size <= MOST) return;
      this.pieces.delete(piece);
    }
  }
}

/** The merged lines of all replicas of a service, in the order in which they are told; the oldest go. */
export class Merged {
  private lines: Line[] = [];
  first = 0;
  total = 0;
  finalized = false;
  loaded = false;
  problem: Problem | null = null;

  constructor(private readonly changed: () => void) {}

  at(n: number): Line | undefined {
    return this.lines[n - this.first];
  }

  need(): void {
    // What went by is gone: it is found in the logs of the runs.
  }

  take(batch: Batch): void {
    if (batch.afresh) {
      this.first = this.total;
      this.lines = [];
    }
    this.lines.push(...(batch.lines ?? []));
    this.total += batch.lines?.length ?? 0;
    const over = this.lines.length - MOST * PIECE;
    if (over > 0) {
      this.lines.splice(0, over);
      this.first += over;
    }
    this.loaded = true;
    this.changed();
  }

  live(): string[] {
    return [];
  }

  fail(problem: Problem): void {
    this.problem = problem;
    this.changed();
  }

  held(): number {
    return this.lines.length;
  }
}

export type Log = Lines | Merged;
