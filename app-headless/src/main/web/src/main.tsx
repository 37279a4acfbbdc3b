import { render } from "preact";
import { App } from "./app.tsx";
import { begin } from "./router.ts";

begin();
render(<App />, document.getElementById("page")!);
