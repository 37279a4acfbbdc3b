import { useCell } from "../net/use.ts";
import { Dialog } from "./Dialog.tsx";
import { help } from "./layers.ts";

const MAP: { where: string; keys: [string, string][] }[] = [
  { where: "Everywhere", keys: [["Ctrl K  or  :", "search and commands"], ["/", "find on this screen"], ["?", "these keys"], ["Esc", "close, clear"], ["b", "the bell"], ["c", "light, dark, as the system"], ["d", "rows closer, wider apart"], ["j  k", "next and previous row"], ["Enter", "open the row"]] },
  { where: "Go to", keys: [["g o", "overview"], ["g r", "all runs"], ["g f", "failed runs"], ["g c", "calendar"], ["g u", "up next"], ["g n", "bell"], ["[  ]", "newer and older run"]] },
  { where: "A unit or a run", keys: [["r", "run or restart"], ["s", "stop"], ["p", "pause or resume"], ["l", "its newest log"], ["w", "why did it (not) run"], ["y", "copy the address"]] },
  { where: "In the output", keys: [["n  N", "next and previous hit"], ["w", "wrap"], ["t", "times"], ["f", "fill the window"], ["G", "follow the end"], ["click a number", "pick a line, with Shift several"]] },
];

export function Help() {
  if (!useCell(help)) return null;
  return (
    <Dialog title="Keys" close={() => help.set(false)} wide>
      <div class="keymap">
        {MAP.map((group) => (
          <section key={group.where}>
            <h3>{group.where}</h3>
            <dl>{group.keys.map(([key, says]) => <div key={key}><dt><kbd class="kbd">{key}</kbd></dt><dd>{says}</dd></div>)}</dl>
          </section>
        ))}
      </div>
      <p class="found"><a class="link" href="/openapi.yaml">The API</a> · <a class="link" href="/licences.txt">What this page has from others</a></p>
    </Dialog>
  );
}
