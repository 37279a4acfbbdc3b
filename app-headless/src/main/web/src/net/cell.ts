import { useEffect, useState } from "preact/hooks";

/** A value that tells who listens when it becomes another one. */
export class Cell<T> {
  private readonly listeners = new Set<() => void>();

  constructor(private held: T) {}

  get value(): T {
    return this.held;
  }

  set(value: T): void {
    if (Object.is(value, this.held)) return;
    this.held = value;
    for (const listener of [...this.listeners]) listener();
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

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
