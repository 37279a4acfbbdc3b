import { useCell } from "../net/use.ts";
import { gone, toasts } from "./toast.ts";

export function Toasts() {
  const shown = useCell(toasts);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown.map((one) => (
        <p key={one.id} class={one.bad ? "toast bad" : "toast"}>
          <span>{one.says}</span>
          {one.undo !== undefined && <button class="btn" onClick={() => (gone(one.id), one.undo!())}>Undo</button>}
        </p>
      ))}
    </div>
  );
}
