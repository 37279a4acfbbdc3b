import { CopyButton } from "../parts/Copy.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import type { UnitScreen } from "../view.d.ts";

/** How the daemon marks values that nobody wrote. */
const BUILT_IN = "built in";

/** What the configuration says about a unit, in its own words. Secrets are never here: only where they come from. */
export function Details({ state, close }: { state: UnitScreen; close(): void }) {
  return (
    <Dialog title={state.name} place="sheet" close={close}>
      <Keys details={state.details.filter((detail) => detail.note !== BUILT_IN)} />
      {state.details.some((detail) => detail.note === BUILT_IN) && (
        <details class="built-in">
          <summary>What holds because nothing else is said</summary>
          <Keys details={state.details.filter((detail) => detail.note === BUILT_IN).map(({ key, value }) => ({ key, value }))} />
        </details>
      )}
      {state.params.length > 0 && (
        <>
          <h3>Parameters</h3>
          <dl class="keys">
            {state.params.map((param) => (
              <div key={param.key}><dt class="mono">{param.key}</dt><dd><code>{[param.kind, param.type, param.required ? "required" : "optional", param.fallback === undefined ? "" : `default ${param.fallback}`].filter(Boolean).join(", ")}</code>{param.description !== undefined && <p class="dim">{param.description}</p>}</dd></div>
            ))}
          </dl>
        </>
      )}
      {state.variables.length > 0 && (
        <>
          <h3>Environment</h3>
          <dl class="keys">
            {state.variables.map((variable) => <div key={variable.name}><dt class="mono">{variable.name}</dt><dd>{variable.secret ? <span class="dim">{variable.value}</span> : <code>{variable.value}</code>}</dd></div>)}
          </dl>
        </>
      )}
      {state.unit !== undefined && <Elsewhere name={state.name} service={state.unit.service} />}
    </Dialog>
  );
}

function Keys({ details }: { details: UnitScreen["details"] }) {
  return (
    <dl class="keys">
      {details.map((detail) => (
        <div key={detail.key}><dt class="mono">{detail.key}</dt><dd><code>{detail.value}</code>{detail.note !== undefined && <p class="dim">{detail.note}</p>}</dd></div>
      ))}
    </dl>
  );
}

/** The same from a terminal and from a script. */
function Elsewhere({ name, service }: { name: string; service: boolean }) {
  const command = service ? `runwisp restart ${name}` : `runwisp run-task ${name} --follow`;
  const request = `curl -fsS -X POST -H "Authorization: Bearer $token" ${location.origin}/api/tasks/${encodeURIComponent(name)}/${service ? "restart" : "trigger"}`;
  return (
    <>
      <h3>From a terminal</h3>
      <dl class="keys">
        {[{ says: "command", text: command }, { says: "request", text: request }].map(({ says, text }) => <div key={says}><dt class="mono">{says}</dt><dd class="with-copy"><code>{text}</code><CopyButton text={text} /></dd></div>)}
      </dl>
    </>
  );
}
