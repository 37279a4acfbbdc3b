import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "./Icon.tsx";

/** Something over the page. The browser keeps the focus inside, closes on Esc and gives the focus back. */
export function Dialog({ title, close, sheet = false, wide = false, children }: { title: string; close(): void; sheet?: boolean; wide?: boolean; children: ComponentChildren }) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    box.current!.showModal();
    return () => before?.focus();
  }, []);
  return (
    <dialog ref={box} class={`${sheet ? "sheet" : "dialog"}${wide ? " wide-dialog" : ""}`} aria-label={title} onClose={close} onClick={(event) => event.target === box.current && close()}>
      <div class="inside">
        <header><h2>{title}</h2><button class="iconic" aria-label="Close" onClick={close}><Icon name="close" /></button></header>
        {children}
      </div>
    </dialog>
  );
}
