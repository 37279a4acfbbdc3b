import { link, retry } from "../hub/page.ts";
import { useCell } from "../net/use.ts";
import { place } from "../router.ts";
import type { ShellScreen } from "../view.d.ts";
import { A } from "./A.tsx";
import { useNow } from "./now.ts";
import { span } from "./spans.ts";

/** What everybody should know, whatever they look at. */
export function Banners({ shell }: { shell: ShellScreen | undefined }) {
  const { path } = useCell(place);
  return (
    <div class="banners" aria-live="polite">
      <Lost />
      {shell?.stalled !== undefined && <p class="banner bad"><b>Nothing new is started.</b> {shell.stalled}</p>}
      {shell?.stale !== undefined && <p class="banner warn"><span>{shell.stale}</span> {path !== "/reload" && <A class="btn" href="/reload">See what would change</A>}</p>}
    </div>
  );
}

/** A short break is no news. */
const PATIENCE_MS = 1500;

function Lost() {
  const state = useCell(link);
  const kiosk = useCell(place).query["kiosk"] !== undefined;
  const now = useNow(500);
  if (state.phase !== "lost" || now - state.since < PATIENCE_MS) return null;
  const wait = Math.max(0, Math.ceil((state.next - now) / 1000));
  return (
    <section class="banner bad lost" aria-label="Connection lost">
      <div>
        {kiosk && <strong>STALE</strong>} <b>The daemon cannot be reached.</b> What you see is what was so {state.heard === 0 ? "before" : `${span(now - state.heard)} ago`}.
        <dl>
          <div><dt>Address</dt><dd>{location.host}</dd></div>
          <div><dt>Down for</dt><dd>{span(Math.floor((now - state.since) / 1000) * 1000)}</dd></div>
          <div><dt>Tried</dt><dd>{state.attempts} {state.attempts === 1 ? "time" : "times"}</dd></div>
          <div><dt>Because</dt><dd>{state.why}</dd></div>
        </dl>
      </div>
      <button class="btn" onClick={retry}>{wait === 0 ? "Trying…" : `Try now (else in ${wait} s)`}</button>
    </section>
  );
}
