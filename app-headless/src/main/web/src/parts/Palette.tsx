import { useEffect, useRef, useState } from "preact/hooks";
import { useView } from "../hub/use.ts";
import { useCell } from "../net/use.ts";
import { go } from "../router.ts";
import { Dialog } from "./Dialog.tsx";
import { Mark } from "./Mark.tsx";
import { palette } from "./layers.ts";
import { offers, type Offer } from "./offers.ts";

const TYPING_MS = 120;

/** Goes anywhere and does anything: units, runs and what was printed are found as one types. */
export function Palette() {
  return useCell(palette) ? <Open /> : null;
}

function Open() {
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const shell = useView("shell", {}).state;
  const found = useView("search", asked === "" ? null : { q: asked }, asked === "" ? undefined : "search").state;
  const shown = offers(text.trim(), shell, asked === "" ? undefined : found);
  const picked = Math.min(at, shown.length - 1);

  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim().length > 1 ? text.trim() : ""), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => list.current?.children[picked]?.scrollIntoView({ block: "nearest" }), [picked]);

  const close = () => palette.set(false);
  const take = (offer: Offer | undefined) => {
    if (offer === undefined) return;
    close();
    if (offer.to !== undefined) go(offer.to);
    // What opens another dialog has to wait until this one has given the focus back.
    else setTimeout(() => offer.act?.());
  };
  const keys = (event: KeyboardEvent) => {
    const move = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (move !== 0) {
      event.preventDefault();
      setAt((picked + move + shown.length) % Math.max(1, shown.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      take(shown[picked]);
    }
  };
  return (
    <Dialog title="Search and commands" close={close} wide>
      <input class="ask" type="text" role="combobox" aria-expanded="true" aria-controls="offers" aria-activedescendant={`offer-${picked}`} aria-label="Search units, runs, output, commands"
        placeholder="Search units, runs, output, commands" value={text} autofocus onInput={(event) => (setText(event.currentTarget.value), setAt(0))} onKeyDown={keys} spellcheck={false} />
      <ul class="offers" id="offers" role="listbox" aria-label="What was found" ref={list}>
        {shown.map((offer, i) => (
          <li key={offer.key} id={`offer-${i}`} role="option" aria-selected={i === picked} class={i === picked ? "on" : ""} onMouseMove={() => setAt(i)} onClick={() => take(offer)}>
            {offer.mark === undefined ? <span class="st quiet">›</span> : <span class={`st ${offer.tone}`}><Mark mark={offer.mark} /></span>}
            <span class={offer.typed ? "name" : ""}>{offer.pieces.map((piece, k) => (piece.hit ? <mark key={k}>{piece.text}</mark> : piece.text))}</span>
            <span class="says">{offer.says}</span>
            {offer.keys !== undefined && <kbd class="kbd">{offer.keys}</kbd>}
          </li>
        ))}
      </ul>
      <p class="found" role="status">{text.trim() === "" ? "Type a part of a name, of a run's id, or of what was printed." : found?.headline ?? (shown.length === 0 ? "Nothing was found." : `${shown.length} found.`)}</p>
    </Dialog>
  );
}
