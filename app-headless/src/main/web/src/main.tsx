import { render } from "preact";
import { App } from "./app.tsx";
import { listen } from "./parts/keys.ts";
import { begin } from "./router.ts";

begin();
listen();
render(<App />, document.getElementById("page")!);
