import { useState } from "preact/hooks";
import { useView } from "../hub/use.ts";
import { useCell } from "../net/use.ts";
import type { ParamResponse } from "../view.d.ts";
import { Dialog } from "./Dialog.tsx";
import { form, trigger } from "./do.ts";
import { beginWith, given, wrong, type Values } from "./params.ts";

/** Asks for the parameters of a run, if there are any, and whether to start it. */
export function RunForm() {
  const open = useCell(form);
  return open === null ? null : <Asked key={open.unit.name} name={open.unit.name} values={open.values} note={open.note} />;
}

function Asked({ name, values, note }: { name: string; values: Values; note: string | undefined }) {
  const { state } = useView("unit", { name });
  const [typed, setTyped] = useState<Values>({});
  const [told, setTold] = useState("");
  const params = state?.params ?? [];
  const now: Values = { ...beginWith(params), ...values, ...typed };
  const close = () => form.set(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    const problem = wrong(params, now);
    setTold(problem ?? "");
    if (problem === null && (await trigger(name, given(params, now)))) close();
  };
  return (
    <Dialog title={`Run ${name}`} close={close}>
      <form onSubmit={submit}>
        {note !== undefined && <p class="note-line">It is running already: {note}.</p>}
        {state === undefined ? <p class="dim">Loading its parameters.</p> : params.length === 0 ? <p class="dim">It is started at once, outside of its schedule.</p> : params.map((param) => (
          <Field key={param.key} param={param} value={now[param.key]} set={(value) => setTyped({ ...typed, [param.key]: value })} />
        ))}
        <p class="bad" role="alert">{told}</p>
        <footer>
          {params.length > 0 && <button type="button" class="btn quiet" onClick={() => setTyped(beginWith(params))}>Defaults</button>}
          <button type="button" class="btn" onClick={close}>Cancel</button>
          <button class="btn primary" disabled={state === undefined} autofocus={params.length === 0}>Run now</button>
        </footer>
      </form>
    </Dialog>
  );
}

function Field({ param, value, set }: { param: ParamResponse; value: string | undefined; set(value: string | undefined): void }) {
  const id = `param-${param.key}`;
  const left = value === undefined;
  return (
    <div class="param">
      <label for={id}><span class="name">{param.key}</span>{param.required && <span class="dim"> required</span>}</label>
      {param.kind === "flag" ? (
        <span class="line"><input id={id} type="checkbox" checked={value === "true"} onChange={(event) => set(event.currentTarget.checked ? "true" : undefined)} /> <span class="dim">given or not</span></span>
      ) : (
        <span class="line">
          {param.choices.length > 0 && !param.allow_custom ? (
            <select id={id} class="box" value={value ?? ""} onChange={(event) => set(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}>
              <option value="">not given</option>
              {param.choices.map((choice) => <option key={choice}>{choice}</option>)}
            </select>
          ) : (
            <input id={id} class="box mono" value={value ?? ""} inputMode={param.type === "number" ? "decimal" : "text"} list={param.choices.length > 0 ? `${id}-choices` : undefined} placeholder={left ? "not given" : "empty"} onInput={(event) => set(event.currentTarget.value)} />
          )}
          {param.choices.length > 0 && param.allow_custom && <datalist id={`${id}-choices`}>{param.choices.map((choice) => <option key={choice} value={choice} />)}</datalist>}
          {!left && !param.required && <button type="button" class="btn quiet" onClick={() => set(undefined)}>leave out</button>}
        </span>
      )}
      {param.description !== undefined && <p class="dim">{param.description}</p>}
    </div>
  );
}
