import { useView } from "../hub/use.ts";
import { A } from "../parts/A.tsx";
import { runAt } from "../parts/at.ts";
import { State } from "../parts/Mark.tsx";
import { Screen } from "../parts/Screen.tsx";
import { address } from "../router.ts";
import type { RunDiff, RunRow, TextDiffRow } from "../view.d.ts";

/** Two runs side by side. */
export function Diff({ left, right }: { left: string; right: string }) {
  const view = useView("diff", { left, right });
  return <Screen view={view} title="Side by side">{(state) => <Loaded state={state} left={left} right={right} />}</Screen>;
}

function Loaded({ state, left, right }: { state: RunDiff; left: string; right: string }) {
  const { text } = state;
  return (
    <>
      <div class="verdict">
        <div><h1 class="headline">{state.headline}</h1><p class="sub">Times, ids and what else differs in every run are not counted as differences.</p></div>
        <div class="acts"><A class="btn" href={address(["diff", right, left])}>Swap</A></div>
      </div>
      <section class="panel day-panel">
        <div class="scroll"><table class="facts-table">
          <thead><tr><th><span class="unseen">Fact</span></th><th><Side run={state.left} /></th><th><Side run={state.right} /></th><th class="opt"><span class="unseen">Difference</span></th></tr></thead>
          <tbody>{state.facts.map((fact) => (
            <tr key={fact.name} class={fact.same ? "same" : ""}><td class="dim">{fact.name}</td><td class="num">{fact.left}</td><td class="num">{fact.right}</td><td class="opt dim">{fact.says}</td></tr>
          ))}</tbody>
        </table></div>
      </section>
      <section class="console diff" aria-label="What they printed">
        <div class="bar2"><span>{text.alike.toLocaleString("en")} lines alike</span><span>{text.left} only on the left</span><span>{text.right} only on the right</span></div>
        {text.note !== undefined && <p class="diff-note">{text.note}</p>}
        {text.rows.length === 0 ? <p class="diff-note">{text.note === undefined ? "Both printed the same." : ""}</p> : (
          <div class="diff-rows" tabIndex={0} role="region" aria-label="Lines side by side">{text.rows.map((row, i) => <Row key={i} row={row} />)}</div>
        )}
      </section>
    </>
  );
}

function Side({ run }: { run: RunRow }) {
  return <A class="link" href={runAt(run.task, run.id)}><State mark={run.verdict.mark} tone={run.verdict.tone} word={run.verdict.word} /> <span class="mono">{run.when}</span></A>;
}

function Row({ row }: { row: TextDiffRow }) {
  if (row.kind === "fold") return <div class="diff-row fold"><span>{row.left}</span></div>;
  return (
    <div class={`diff-row ${row.kind}`}>
      <span class="n">{row.left_number}</span><span class="tx left">{row.left}</span>
      <span class="n">{row.right_number}</span><span class="tx right">{row.right}</span>
    </div>
  );
}
