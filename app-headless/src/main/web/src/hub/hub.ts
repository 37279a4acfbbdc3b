import type { Problem } from "../net/api.ts";
import { type Patch, patched } from "./patch.ts";
import type { Link, ToHub, ToPage, Wanted } from "./protocol.ts";
import { EventReader } from "./sse.ts";

/** What a hub needs of the world around it; tests give it another one. */
export interface World {
  now(): number;
  after(ms: number, what: () => void): () => void;
  fetch(path: string, init: RequestInit): Promise<Response>;
}

/** A page that is connected to a hub. */
export interface Page {
  tell(message: ToPage): void;
}

interface Place {
  slot: string;
  key: string;
  wanted: Wanted;
  state?: unknown;
  /** The number of that state; 0 while there is none that a patch may change. */
  rev: number;
  problem?: Problem;
  watchers: { page: Page; id: number }[];
}

/** So long nothing is heard before a connection counts as dead: the daemon says something at least each 15 s. */
const SILENCE_MS = 40_000;
/** A page that says nothing for so long is gone: it had no time to say so. */
const GONE_MS = 200_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/** Holds the one connection of a browser and shares what comes among its pages. */
export class Hub {
  private readonly pages = new Map<Page, number>();
  private readonly places = new Map<string, Place>();
  private link: Link;
  private slots = 0;
  private connection: string | null = null;
  private cut: AbortController | null = null;
  private cancelRetry: (() => void) | null = null;
  private cancelWatch: (() => void) | null = null;

  constructor(private readonly world: World) {
    this.link = { phase: "connecting", since: world.now(), heard: 0, attempts: 0, next: 0, why: "" };
  }

  join(page: Page): void {
    this.pages.set(page, this.world.now());
    page.tell({ is: "link", link: this.link });
  }

  leave(page: Page): void {
    this.pages.delete(page);
    for (const place of [...this.places.values()]) {
      const left = place.watchers.filter((watcher) => watcher.page !== page);
      if (left.length < place.watchers.length) this.unwatch(place, left);
    }
    if (this.pages.size === 0) this.close();
  }

  hear(page: Page, message: ToHub): void {
    if (!this.pages.has(page) && message.do !== "leave") this.join(page);
    this.pages.set(page, this.world.now());
    switch (message.do) {
      case "watch":
        this.start();
        return this.watch(page, message.id, message.wanted);
      case "drop":
        return this.drop(page, message.id);
      case "retry":
        return this.retryNow();
      case "here":
        return this.start();
      case "leave":
        return this.leave(page);
    }
  }

  /** Pages that vanished without a word are forgotten. */
  sweep(): void {
    for (const [page, heard] of [...this.pages]) if (this.world.now() - heard > GONE_MS) this.leave(page);
  }

  private watch(page: Page, id: number, wanted: Wanted): void {
    this.drop(page, id);
    // The lines of a log are told once: each place that shows them has a slot of its own.
    const key = JSON.stringify([wanted.screen, wanted.query, wanted.zone]) + (wanted.screen === "log" ? ` ${this.slots}` : "");
    let place = this.places.get(key);
    if (!place) {
      place = { slot: `s${this.slots++}`, key, wanted, rev: 0, watchers: [] };
      this.places.set(key, place);
      void this.put(place);
    }
    place.watchers.push({ page, id });
    if (place.problem) page.tell({ is: "problem", id, problem: place.problem });
    else if (place.state !== undefined) page.tell({ is: "view", id, state: place.state });
  }

  private drop(page: Page, id: number): void {
    for (const place of this.places.values()) {
      const left = place.watchers.filter((watcher) => watcher.page !== page || watcher.id !== id);
      if (left.length < place.watchers.length) return this.unwatch(place, left);
    }
  }

  private unwatch(place: Place, left: Place["watchers"]): void {
    place.watchers = left;
    if (left.length > 0) return;
    this.places.delete(place.key);
    if (this.connection !== null) {
      this.world.fetch(`/api/view/${this.connection}/${place.slot}`, { method: "DELETE", headers: MARK }).catch(() => undefined);
    }
  }

  private start(): void {
    if (this.cut === null && this.cancelRetry === null && this.link.phase !== "signed_out") void this.connect();
  }

  private retryNow(): void {
    this.cancelRetry?.();
    this.cancelRetry = null;
    if (this.cut === null) void this.connect();
  }

  private close(): void {
    this.cut?.abort();
    this.cut = null;
    this.connection = null;
    this.cancelRetry?.();
    this.cancelRetry = null;
    this.cancelWatch?.();
  }

  private async connect(): Promise<void> {
    const cut = new AbortController();
    this.cut = cut;
    const reader = new EventReader();
    let why = "The daemon closed the connection.";
    try {
      const response = await this.world.fetch("/api/view/stream", { headers: { Accept: "text/event-stream", ...MARK }, signal: cut.signal, cache: "no-store" });
      if (response.status === 401) return this.signedOut();
      if (!response.ok || response.body === null) throw new Refusal(await because(response));
      this.listen(cut);
      const text = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let piece = await text.read(); !piece.done; piece = await text.read()) {
        this.heard();
        this.listen(cut);
        for (const event of reader.read(piece.value)) this.take(event.event, event.data);
      }
    } catch (problem) {
      why = problem instanceof Refusal ? problem.message : "Nothing answers at this address.";
    }
    if (this.cut === cut) this.lost(why);
  }

  private listen(cut: AbortController): void {
    this.cancelWatch?.();
    this.cancelWatch = this.world.after(SILENCE_MS, () => cut.abort());
  }

  private heard(): void {
    this.link.heard = this.world.now();
  }

  private take(event: string, data: string): void {
    if (event === "hello") {
      this.connection = (JSON.parse(data) as { connection: string }).connection;
      this.turn("live", "");
      for (const place of this.places.values()) {
        place.rev = 0;
        void this.put(place);
      }
    } else if (event === "view") {
      const view = JSON.parse(data) as { slot: string; rev: number; state: unknown };
      this.show(view.slot, view.rev, view.state);
    } else if (event === "patch") {
      this.patch(JSON.parse(data));
    } else if (event === "lines") {
      const lines = JSON.parse(data) as { slot: string };
      this.each(lines.slot, (watcher) => watcher.page.tell({ is: "lines", id: watcher.id, lines }));
    } else if (event === "gone") {
      const gone = JSON.parse(data) as { slot: string; problem: Problem };
      this.refuse(gone.slot, gone.problem);
    }
  }

  private show(slot: string, rev: number, state: unknown): void {
    for (const place of this.places.values()) if (place.slot === slot) Object.assign(place, { rev, state });
    this.each(slot, (watcher, place) => {
      delete place.problem;
      watcher.page.tell({ is: "view", id: watcher.id, state });
    });
  }

  /** A patch fits one state and no other: where that is not what is held, the whole is asked for, once. */
  private patch({ slot, rev, on, patch }: { slot: string; rev: number; on: number; patch: Patch }): void {
    const place = [...this.places.values()].find((one) => one.slot === slot);
    if (place === undefined || place.rev === 0) return;
    if (place.rev === on) return this.show(slot, rev, patched(place.state, patch));
    place.rev = 0;
    void this.put(place);
  }

  private refuse(slot: string, problem: Problem): void {
    this.each(slot, (watcher, place) => {
      place.problem = problem;
      watcher.page.tell({ is: "problem", id: watcher.id, problem });
    });
  }

  private each(slot: string, what: (watcher: Place["watchers"][number], place: Place) => void): void {
    for (const place of this.places.values()) if (place.slot === slot) for (const watcher of place.watchers) what(watcher, place);
  }

  private async put(place: Place): Promise<void> {
    const connection = this.connection;
    if (connection === null) return;
    try {
      const response = await this.world.fetch(`/api/view/${connection}/${place.slot}`, {
        method: "PUT",
        headers: { "Content-Type": "application/json", ...MARK },
        body: JSON.stringify({ ...place.wanted, patches: true }),
      });
      if (response.ok || connection !== this.connection) return;
      if (response.status === 401) return this.signedOut();
      const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
      if (problem.code === "connection_unknown") return this.lost("The daemon has forgotten this connection.");
      this.refuse(place.slot, { ...problem, status: response.status, code: problem.code ?? "unknown", title: problem.title ?? "", detail: problem.detail ?? "" });
    } catch {
      if (connection === this.connection) this.lost("Nothing answers at this address.");
    }
  }

  private signedOut(): void {
    this.close();
    this.turn("signed_out", "");
  }

  private lost(why: string): void {
    this.close();
    const attempts = this.link.attempts + 1;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));
    this.link = { ...this.link, attempts, next: this.world.now() + wait };
    this.turn("lost", why);
    this.cancelRetry = this.world.after(wait, () => {
      this.cancelRetry = null;
      void this.connect();
    });
  }

  private turn(phase: Link["phase"], why: string): void {
    const now = this.world.now();
    const since = phase === this.link.phase ? this.link.since : now;
    const rest = phase === "lost" ? {} : { attempts: 0, next: 0 };
    this.link = { ...this.link, ...rest, phase, since, why, heard: phase === "live" ? now : this.link.heard };
    for (const page of this.pages.keys()) page.tell({ is: "link", link: this.link });
  }
}

/** The daemon answered, but not with a stream. */
class Refusal extends Error {}

async function because(response: Response): Promise<string> {
  const told = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return told.detail || told.title || `The daemon answered ${response.status}.`;
}

const MARK = { "X-Requested-With": "runwisp" };
