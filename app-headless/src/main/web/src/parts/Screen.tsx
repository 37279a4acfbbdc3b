import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { View } from "../hub/use.ts";
import { says, type Problem } from "../net/api.ts";
import { A } from "./A.tsx";

const SLOW = 3;

/** Draws a screen when its state is there; until then its outline, and the reason when there will be none. */
export function Screen<T>({ view, title, children }: { view: View<T>; title: string; children: (state: T) => ComponentChildren }) {
  useEffect(() => {
    document.title = title === "" ? "RunWisp" : `${title} · RunWisp`;
  }, [title]);
  if (view.problem !== undefined) {
    return (
      <section class="nothing">
        <h1 class="headline">{view.problem.title}</h1>
        <p class="sub">{says(view.problem)}</p>
        <Mistakes problem={view.problem} />
        <p class="acts-line"><button class="btn" onClick={view.again}>Try again</button> <A class="btn quiet" href="/">To the overview</A></p>
      </section>
    );
  }
  if (view.state === undefined) return <Outline />;
  return <>{children(view.state)}</>;
}

/** What is wrong, place by place. */
export function Mistakes({ problem }: { problem: Problem }) {
  if (problem.errors === undefined || problem.errors.length === 0) return null;
  return (
    <ul class="panel mistakes">
      {problem.errors.map((error, i) => (
        <li key={i}>{error.location !== undefined && <code>{error.location}</code>}<span>{error.message}</span></li>
      ))}
    </ul>
  );
}

function Outline() {
  return (
    <div class="outline" aria-busy="true">
      <span class="unseen">Loading.</span>
      <div class="ghost big" />
      <div class="ghost" />
      {Array.from({ length: SLOW }, (_, i) => <div key={i} class="ghost tall" />)}
    </div>
  );
}

/** Says that there is nothing, and what to do about it. */
export function Empty({ says: text, children }: { says: string; children?: ComponentChildren }) {
  return <div class="empty"><p>{text}</p>{children}</div>;
}
