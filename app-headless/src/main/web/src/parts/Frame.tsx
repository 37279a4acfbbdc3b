import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { link } from "../hub/page.ts";
import { useView } from "../hub/use.ts";
import { useCell } from "../net/use.ts";
import { place } from "../router.ts";
import type { ShellScreen } from "../view.d.ts";
import { A } from "./A.tsx";
import { unitAt } from "./at.ts";
import { Banners } from "./Banners.tsx";
import { BellButton } from "./BellPop.tsx";
import { Clock } from "./Clock.tsx";
import { Boundary } from "./Boundary.tsx";
import { crumbs } from "./crumbs.ts";
import { Flame, Icon } from "./Icon.tsx";
import { bell, drawer, fold, folded, palette } from "./layers.ts";
import { State } from "./Mark.tsx";
import { theme, turnTheme } from "./theme.ts";
import { meet } from "./zones.ts";

/** Up to here the places lie over the page. */
const PHONE = 860;

let begun: string | undefined;

/** A daemon of another version has another page. */
function follow(version: string | undefined): void {
  if (version !== undefined && begun !== undefined && begun !== version) location.reload();
  begun = version ?? begun;
}

/** What stands around every screen. */
export function Frame({ children }: { children: ComponentChildren }) {
  const { state } = useView("shell", {});
  const where = useCell(place);
  const open = useCell(drawer);
  const away = useCell(folded);
  useEffect(() => {
    drawer.set(false);
    bell.set(false);
  }, [where.path]);
  const version = state?.version;
  useEffect(() => follow(version), [version]);
  useEffect(() => { if (state !== undefined) meet(state.zone); }, [state?.zone]);
  return (
    <div class={["frame", away ? "folded" : "", where.query["kiosk"] === undefined ? "" : "kiosk"].join(" ")}>
      <a class="skip" href="#content">Skip to the content</a>
      <Top shell={state} />
      <nav class={open ? "side open" : "side"} aria-label="Places">
        <Places shell={state} path={where.path} />
        <Foot shell={state} />
      </nav>
      {open && <div class="veil" onClick={() => drawer.set(false)} />}
      <main class="main" id="content" tabIndex={-1}>
        <Banners shell={state} />
        <Boundary at={where.path}>{children}</Boundary>
      </main>
    </div>
  );
}

function Top({ shell }: { shell: ShellScreen | undefined }) {
  const where = useCell(place);
  const wish = useCell(theme);
  const trail = crumbs(where, shell);
  return (
    <header class="top">
      <button class="iconic burger" aria-label="Places" onClick={() => (folded.value && innerWidth > PHONE ? fold(false) : drawer.set(!drawer.value))}><Icon name="menu" /></button>
      <A class="brand" href="/" aria-label="RunWisp: overview"><Flame /><span>RunWisp</span></A>
      <nav class="crumb" aria-label="Where you are">
        {trail.map((step, i) => (
          <span key={i} class={step.mono ? "mono" : ""}>
            {i > 0 && <i aria-hidden="true">/</i>}
            {step.to === undefined ? <b>{step.says}</b> : <A href={step.to}>{step.says}</A>}
          </span>
        ))}
      </nav>
      <button class="search" onClick={() => palette.set(true)} aria-label="Search and commands">
        <Icon name="search" size={14} /><span>Search units, runs, output</span><kbd class="kbd">Ctrl K</kbd>
      </button>
      <Clock daemon={shell?.zone} />
      {shell !== undefined && !shell.auth && <span class="badge warn" title="RUNWISP_AUTH=off: whoever reaches this address may do everything.">no login</span>}
      <button class="iconic" onClick={turnTheme} aria-label={`Colours: ${wish}`} title={`Colours: ${wish}`}><Icon name={wish} /></button>
      <BellButton shell={shell} />
    </header>
  );
}

const FIXED = [
  { to: "/", says: "Overview", keys: "g o" },
  { to: "/runs", says: "All runs", keys: "g r" },
  { to: "/calendar", says: "Calendar", keys: "g c" },
];

function Places({ shell, path }: { shell: ShellScreen | undefined; path: string }) {
  const many = (shell?.groups.length ?? 0) > 1;
  return (
    <>
      {FIXED.map(({ to, says, keys }) => (
        <A key={to} href={to} class={path === to ? "on" : ""} aria-current={path === to ? "page" : undefined}>{says}<span class="meta">{keys}</span></A>
      ))}
      {shell?.groups.map((group) => (
        <section key={group.name} aria-label={group.name || "Units"}>
          {(many || group.name !== "") && <h2>{group.name || "Units"}</h2>}
          {group.units.map((unit) => {
            const to = unitAt(unit.name);
            const on = path === to || path.startsWith(`${to}/`);
            return (
              <A key={unit.name} href={to} class={on ? "on" : ""} aria-current={on ? "page" : undefined} title={unit.name}>
                <State mark={unit.mark} tone={unit.tone} word={unit.word} bare />
                <span class="name">{unit.name}</span>
                <span class="meta">{unit.meta}</span>
              </A>
            );
          })}
        </section>
      ))}
      {shell !== undefined && shell.left_out > 0 && <A href="/">and {shell.left_out} more</A>}
      {shell === undefined && <Ghosts />}
    </>
  );
}

function Ghosts() {
  return <div aria-hidden="true">{[60, 45, 70, 52].map((width) => <div key={width} class="ghost" style={{ width: `${width}%` }} />)}</div>;
}

const PHASES = { live: "live", connecting: "connecting", lost: "not connected", signed_out: "signed out" } as const;

function Foot({ shell }: { shell: ShellScreen | undefined }) {
  const { phase } = useCell(link);
  const [shown] = useState(() => location.host);
  return (
    <div class="foot">
      <span class={`dot ${phase}`}>{phase === "live" ? "●" : "○"}</span> {PHASES[phase]} · {shell?.instance ?? shown}
      {shell !== undefined && <><br /><span title={shell.zone_from}>{shell.zone}</span> · {shell.version}</>}
      <button class="iconic away" aria-label="Put the places away" title="Put the places away" onClick={() => fold(true)}><Icon name="left" size={14} /></button>
    </div>
  );
}
