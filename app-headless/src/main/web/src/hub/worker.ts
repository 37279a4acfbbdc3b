/* The one connection of a browser, shared by its tabs. */
import { Hub, type Page } from "./hub.ts";
import type { ToHub, ToPage } from "./protocol.ts";
import { browser } from "./world.ts";

const SWEEP_MS = 30_000;
const hub = new Hub(browser);

(self as unknown as { onconnect: (event: MessageEvent) => void }).onconnect = (event) => {
  const port = event.ports[0]!;
  const page: Page = { tell: (message: ToPage) => port.postMessage(message) };
  port.onmessage = (told: MessageEvent<ToHub>) => hub.hear(page, told.data);
  hub.join(page);
};
setInterval(() => hub.sweep(), SWEEP_MS);
