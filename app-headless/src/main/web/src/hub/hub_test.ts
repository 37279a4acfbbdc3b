import { equal, ok } from "../testing.ts";
import { Hub, type World } from "./hub.ts";
import type { ToPage } from "./protocol.ts";

declare const Deno: any;

/** A daemon and a clock that a test moves. */
class FakeWorld implements World {
  time = 1_000;
  up = true;
  status = 200;
  forgotten = false;
  connections = 0;
  asked: string[] = [];
  private timers: { at: number; what: () => void }[] = [];
  private streams: ReadableStreamDefaultController<Uint8Array>[] = [];

  now = () => this.time;

  after = (ms: number, what: () => void) => {
    const timer = { at: this.time + ms, what };
    this.timers.push(timer);
    return () => (this.timers = this.timers.filter((one) => one !== timer));
  };

  fetch = async (path: string, init: RequestInit): Promise<Response> => {
    if (!this.up) throw new TypeError("refused");
    if (path === "/api/view/stream") return this.stream(init.signal!);
    if (this.forgotten) return Response.json({ code: "connection_unknown" }, { status: 404 });
    this.asked.push(`${init.method} ${path} ${(init.body as string | undefined) ?? ""}`.trim());
    return new Response(null, { status: 204 });
  };

  private stream(signal: AbortSignal): Response {
    if (this.status !== 200) return Response.json({ detail: "64 streams are open." }, { status: this.status });
    const name = `c${this.connections++}`;
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        this.streams.push(stream);
        signal.addEventListener("abort", () => stream.error(new Error("cut")));
      },
    });
    queueMicrotask(() => this.send("hello", { connection: name }));
    return new Response(body);
  }

  send(event: string, data: unknown): void {
    this.streams.at(-1)!.enqueue(new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
  }

  async die(): Promise<void> {
    this.up = false;
    this.streams.at(-1)!.close();
    await settled();
  }

  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      const due = this.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.timers = this.timers.filter((timer) => timer !== due);
      this.time = Math.max(this.time, due.at);
      due.what();
      await settled();
    }
    this.time = end;
    await settled();
  }
}

const settled = async () => {
  for (let i = 0; i < 30; i++) await new Promise((done) => setTimeout(done, 0));
};

class FakePage {
  heard: ToPage[] = [];
  tell = (message: ToPage) => void this.heard.push(message);
  states = () => this.heard.flatMap((message) => (message.is === "view" ? [message.state] : []));
  phase = () => this.heard.flatMap((message) => (message.is === "link" ? [message.link.phase] : [])).at(-1);
}

/** A page that watches the overview. */
async function watched() {
  const world = new FakeWorld();
  const hub = new Hub(world);
  const page = new FakePage();
  hub.hear(page, { do: "watch", id: 1, wanted: overview });
  await settled();
  return { world, page };
}

const overview = { screen: "overview", query: {}, zone: "UTC" };
const ASKED = JSON.stringify({ ...overview, patches: true });

Deno.test("twenty tabs that show the same have one connection and one slot", async () => {
  const world = new FakeWorld();
  const hub = new Hub(world);
  const pages = Array.from({ length: 20 }, () => new FakePage());
  pages.forEach((page) => hub.hear(page, { do: "watch", id: 1, wanted: overview }));
  await settled();
  equal(world.connections, 1);
  equal(world.asked, [`PUT /api/view/c0/s0 ${ASKED}`]);
  world.send("view", { slot: "s0", rev: 1, state: "all well" });
  await settled();
  pages.forEach((page) => equal(page.states(), ["all well"]));
  const late = new FakePage();
  hub.hear(late, { do: "watch", id: 7, wanted: overview });
  equal(late.states(), ["all well"]);
  pages.forEach((page) => hub.hear(page, { do: "leave" }));
  equal(world.asked.length, 1);
  hub.hear(late, { do: "leave" });
  equal(world.asked.at(-1), "DELETE /api/view/c0/s0");
});

Deno.test("after a restart of the daemon all that was shown is asked for again", async () => {
  const world = new FakeWorld();
  const hub = new Hub(world);
  const page = new FakePage();
  hub.hear(page, { do: "watch", id: 1, wanted: overview });
  await settled();
  await world.die();
  await world.pass(3_000);
  equal(page.phase(), "lost");
  world.up = true;
  await world.pass(10_000);
  equal(page.phase(), "live");
  equal(world.asked.at(-1), `PUT /api/view/c1/s0 ${ASKED}`);
});

Deno.test("of a screen that changes only what is new is heard", async () => {
  const { world, page } = await watched();
  world.send("view", { slot: "s0", rev: 4, state: { a: 1, rows: [1, 2] } });
  world.send("patch", { slot: "s0", rev: 6, on: 4, patch: { rows: [0, [[0], [0, 1]]] } });
  world.send("patch", { slot: "s0", rev: 7, on: 6, patch: { a: [2] } });
  await world.pass(0);
  equal(page.states(), [{ a: 1, rows: [1, 2] }, { a: 1, rows: [0, 1] }, { a: 2, rows: [0, 1] }]);
});

Deno.test("a patch that does not fit changes nothing, and the whole is asked for once", async () => {
  const { world, page } = await watched();
  world.send("view", { slot: "s0", rev: 4, state: { a: 1 } });
  await world.pass(0);
  const before = world.asked.length;
  world.send("patch", { slot: "s0", rev: 6, on: 5, patch: { a: [2] } });
  world.send("patch", { slot: "s0", rev: 7, on: 6, patch: { a: [3] } });
  world.send("patch", { slot: "s0", rev: 8, on: 4, patch: { a: [4] } });
  await world.pass(0);
  equal(world.asked.length, before + 1);
  equal(page.states(), [{ a: 1 }]);
  world.send("view", { slot: "s0", rev: 9, state: { a: 5 } });
  world.send("patch", { slot: "s0", rev: 10, on: 9, patch: { a: [6] } });
  await world.pass(0);
  equal(page.states(), [{ a: 1 }, { a: 5 }, { a: 6 }]);
});

Deno.test("a daemon that is away is asked less and less often, and at once when somebody wants", async () => {
  const world = new FakeWorld();
  const hub = new Hub(world);
  const page = new FakePage();
  hub.hear(page, { do: "watch", id: 1, wanted: overview });
  await settled();
  await world.die();
  await world.pass(60_000);
  const link = page.heard.flatMap((message) => (message.is === "link" ? [message.link] : [])).at(-1)!;
  ok(link.attempts > 6 && link.attempts < 12, `${link.attempts} attempts`);
  world.up = true;
  hub.hear(page, { do: "retry" });
  await settled();
  equal(page.phase(), "live");
});

Deno.test("a connection on which nothing is heard is dead", async () => {
  const world = new FakeWorld();
  const hub = new Hub(world);
  hub.hear(new FakePage(), { do: "watch", id: 1, wanted: overview });
  await settled();
  await world.pass(39_000);
  equal(world.connections, 1);
  world.send("ping", {});
  await settled();
  await world.pass(39_000);
  equal(world.connections, 1);
  await world.pass(3_000);
  equal(world.connections, 2);
});

Deno.test("a connection that the daemon has forgotten is opened anew", async () => {
  const world = new FakeWorld();
  const hub = new Hub(world);
  const page = new FakePage();
  hub.hear(page, { do: "watch", id: 1, wanted: overview });
  await settled();
  world.forgotten = true;
  hub.hear(page, { do: "watch", id: 2, wanted: { ...overview, screen: "runs" } });
  await settled();
  equal(page.phase(), "lost");
  world.forgotten = false;
  await world.pass(1_000);
  equal(page.phase(), "live");
  equal(world.asked.slice(-2).map((asked) => asked.split(" ")[1]), ["/api/view/c1/s0", "/api/view/c1/s1"]);
});

Deno.test("a screen that is refused is a problem of its place alone", async () => {
  const world = new FakeWorld();
  const hub = new Hub(world);
  const page = new FakePage();
  hub.hear(page, { do: "watch", id: 1, wanted: overview });
  await settled();
  world.send("gone", { slot: "s0", problem: { status: 404, code: "run_unknown", title: "There is no such run", detail: "" } });
  await settled();
  equal(page.heard.flatMap((message) => (message.is === "problem" ? [message.problem.code] : [])), ["run_unknown"]);
  equal(page.phase(), "live");
});

Deno.test("a session that is over ends the connection until somebody logs in", async () => {
  const world = new FakeWorld();
  world.status = 401;
  const hub = new Hub(world);
  const page = new FakePage();
  hub.hear(page, { do: "watch", id: 1, wanted: overview });
  await settled();
  equal(page.phase(), "signed_out");
  await world.pass(120_000);
  equal(world.connections, 0);
  world.status = 200;
  hub.hear(page, { do: "retry" });
  await settled();
  equal(page.phase(), "live");
});

Deno.test("why the daemon refuses is told", async () => {
  const world = new FakeWorld();
  world.status = 503;
  const hub = new Hub(world);
  const page = new FakePage();
  hub.hear(page, { do: "watch", id: 1, wanted: overview });
  await settled();
  equal(page.heard.flatMap((message) => (message.is === "link" ? [message.link.why] : [])).at(-1), "64 streams are open.");
});

Deno.test("a page that vanished without a word is forgotten", async () => {
  const world = new FakeWorld();
  const hub = new Hub(world);
  const gone = new FakePage();
  const here = new FakePage();
  hub.hear(gone, { do: "watch", id: 1, wanted: overview });
  hub.hear(here, { do: "watch", id: 1, wanted: { ...overview, screen: "runs" } });
  await settled();
  world.time += 150_000;
  hub.hear(here, { do: "here" });
  world.time += 100_000;
  hub.sweep();
  equal(world.asked.at(-1), "DELETE /api/view/c0/s0");
});
