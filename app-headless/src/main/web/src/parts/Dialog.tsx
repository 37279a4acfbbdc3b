import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "./Icon.tsx";

interface Props {
  title: string;
  close(): void;
  /** Where it stands: in the middle, along an edge, or below what opened it. */
  place?: "dialog" | "sheet" | "pop";
  wide?: boolean;
  /** What stands beside the title. */
  more?: ComponentChildren;
  children: ComponentChildren;
}

/** Something over the page. The browser keeps the focus inside, closes on Esc and gives the focus back. */
export function Dialog({ title, close, place = "dialog", wide = false, more, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const gone = useRef(false);
  useLayoutEffect(() => {
    const dialog = box.current!;
    const from = location.pathname;
    dialog.showModal();
    return () => {
      gone.current = true;
      // Only once it is closed, anything outside can have the focus: what opened it, or the screen that somebody has gone on to.
      dialog.close();
      if (location.pathname !== from) document.getElementById("content")?.focus({ preventScroll: true });
    };
  }, []);
  // The browser tells late that it has closed one: whoever presses keys quickly has opened the next by then.
  const cancel = (event: Event) => {
    event.preventDefault();
    close();
  };
  return (
    <dialog ref={box} class={`${place}${wide ? " wide-dialog" : ""}`} aria-label={title} onCancel={cancel} onClose={() => gone.current || close()} onClick={(event) => event.target === box.current && close()}>
      <div class="inside">
        <header><h2>{title}</h2>{more}<button class="iconic" aria-label="Close" onClick={close}><Icon name="close" /></button></header>
        {children}
      </div>
    </dialog>
  );
}
