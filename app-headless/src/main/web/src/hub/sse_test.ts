import { equal } from "../testing.ts";
import { EventReader } from "./sse.ts";

declare const Deno: any;

const STREAM = ": hi\n\nevent: hello\ndata: {\"connection\":\"a\"}\n\nevent: view\r\ndata: one\r\ndata: two\r\n\r\ndata\n\nevent: ping\n\n";
const EVENTS = [
  { event: "hello", data: '{"connection":"a"}' },
  { event: "view", data: "one\ntwo" },
  { event: "message", data: "" },
];

Deno.test("events are whole however the stream is cut", () => {
  for (let size = 1; size <= STREAM.length; size++) {
    const reader = new EventReader();
    const found = [];
    for (let at = 0; at < STREAM.length; at += size) found.push(...reader.read(STREAM.slice(at, at + size)));
    equal(found, EVENTS, `pieces of ${size}`);
  }
});
