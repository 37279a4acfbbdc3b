import { useState } from "preact/hooks";
import { Icon } from "./Icon.tsx";

const SHOWN_MS = 1500;

/** Puts a text where it can be pasted from; over plain HTTP browsers have the old way only. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "unseen";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

export function CopyButton({ text, says = "Copy" }: { text: string; says?: string }) {
  const [done, setDone] = useState(false);
  const click = async () => {
    setDone(await copy(text));
    setTimeout(() => setDone(false), SHOWN_MS);
  };
  return <button class="btn copy" type="button" onClick={click}><Icon name="copy" size={14} /> {done ? "Copied" : says}</button>;
}
