import { useEffect, useState } from "preact/hooks";
import { Text } from "../console/Rows.tsx";
import { ask, part, says } from "../net/api.ts";
import { useCell } from "../net/use.ts";
import { A } from "../parts/A.tsx";
import { wall, zone } from "../parts/zones.ts";
import { address, place, with_ } from "../router.ts";
import { Find } from "./UnitTable.tsx";

interface Hit {
  run_id: string;
  n: number;
  stream: string;
  text: string;
  ts: number;
}

interface Found {
  text: string;
  hits: Hit[];
  more: boolean;
  wrong: string;
}

const MOST = 50;
const SHORT = 4;

/** Finds what any run of a unit printed, newest run first. */
export function OutputSearch({ unit }: { unit: string }) {
  const text = useCell(place).query["output"] ?? "";
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    setFound(null);
    if (text === "") return;
    const stop = new AbortController();
    const query = new URLSearchParams({ q: text, limit: String(MOST) });
    void ask<{ hits: Hit[]; exhausted: boolean }>("GET", `/api/tasks/${part(unit)}/log/search?${query}`, undefined, stop.signal).then((answer) => {
      if (stop.signal.aborted) return;
      setFound(answer.ok ? { text, hits: answer.value.hits, more: !answer.value.exhausted, wrong: "" } : { text, hits: [], more: false, wrong: says(answer.problem) });
    });
    return () => stop.abort();
  }, [unit, text]);
  return (
    <section class="panel output">
      <header><h2>What its runs printed</h2><span class="more"><Find text={text} change={(output) => with_({ output })} says="Find in the output of all its runs" /></span></header>
      {text === "" ? <p class="calm">Search what all its runs printed, the newest first.</p> : <Hits unit={unit} text={text} found={found} />}
    </section>
  );
}

function Hits({ unit, text, found }: { unit: string; text: string; found: Found | null }) {
  if (found === null) return <p class="calm" role="status">Searching.</p>;
  if (found.wrong !== "") return <p class="calm bad" role="alert">{found.wrong}</p>;
  return (
    <>
      <p class="calm" role="status">{found.hits.length === 0 ? "No run printed that." : `${found.hits.length}${found.more ? " and more" : ""} ${found.hits.length === 1 ? "line" : "lines"}, newest run first.`}</p>
      {found.hits.map((hit) => (
        <A key={`${hit.run_id} ${hit.n}`} class="hit-row" data-row href={address(["tasks", unit, hit.run_id], { line: String(hit.n + 1), find: text })}>
          <span class="mono dim">{hit.run_id.slice(-SHORT)}:{hit.n + 1}</span>
          <code class={hit.stream}><Text text={hit.text} find={text} /></code>
          <time class="dim">{hit.ts === 0 ? "" : wall(hit.ts, zone.value).replace("T", " ")}</time>
        </A>
      ))}
    </>
  );
}
