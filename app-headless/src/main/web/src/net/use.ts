import { useEffect, useState } from "preact/hooks";
import type { Cell } from "./cell.ts";

/** The value of a cell; what calls this is drawn again when it changes. */
export function useCell<T>(cell: Cell<T>): T {
  const [, draw] = useState(0);
  useEffect(() => {
    let seen = cell.value;
    const look = () => {
      if (!Object.is(seen, cell.value)) {
        seen = cell.value;
        draw((n) => n + 1);
      }
    };
    return cell.listen(look);
  }, [cell]);
  return cell.value;
}
