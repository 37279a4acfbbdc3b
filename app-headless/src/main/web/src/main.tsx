import { render } from "preact";
import { App } from "./app.tsx";
import { listen } from "./parts/keys.ts";
import { wake } from "./hub/page.ts";
import { begin } from "./router.ts";

begin();
listen();
wake();
render(<App />, document.getElementById("page")!);
