import { useEffect, useState } from "preact/hooks";
import { link } from "./hub/page.ts";
import { useCell } from "./net/use.ts";
import { place } from "./router.ts";
import { ended, look, session } from "./sign/session.ts";
import { Login } from "./sign/Login.tsx";
import { BellPop } from "./parts/BellPop.tsx";
import { Confirm } from "./parts/Confirm.tsx";
import { Frame } from "./parts/Frame.tsx";
import { Help } from "./parts/Help.tsx";
import { Palette } from "./parts/Palette.tsx";
import { RunForm } from "./parts/RunForm.tsx";
import { Toasts } from "./parts/Toasts.tsx";
import { screenOf } from "./screens/index.tsx";

const AGAIN_MS = 2000;

export function App() {
  const who = useCell(session);
  const { phase } = useCell(link);
  const where = useCell(place);
  const [unreached, setUnreached] = useState(false);

  useEffect(() => {
    if (who !== "unknown") return;
    let timer = 0;
    const ask = async () => {
      const problem = await look();
      setUnreached(problem !== null);
      if (problem !== null) timer = window.setTimeout(ask, AGAIN_MS);
    };
    void ask();
    return () => clearTimeout(timer);
  }, [who]);
  useEffect(() => {
    if (phase === "signed_out") ended();
    // Somebody has logged in, here or in another tab.
    if (phase === "live") session.set("in");
  }, [phase]);

  if (who === "unknown") return unreached ? <main class="login"><p class="panel card">The daemon does not answer. This page goes on as soon as it does.</p></main> : null;
  if (who === "out") return <Login expired={false} />;
  return (
    <>
      <Frame>{screenOf(where)}</Frame>
      <BellPop />
      <Palette />
      <Help />
      <Confirm />
      <RunForm />
      <Toasts />
      {who === "expired" && <div class="over"><Login expired /></div>}
    </>
  );
}
