import { useLayoutEffect } from "preact/hooks";
import type { RunScreen, UnitView } from "../view.d.ts";
import { subject } from "./keys.ts";

/** Tells the keys what they are about while it is shown. */
export function useSubject(unit: UnitView | undefined, run?: RunScreen): void {
  useLayoutEffect(() => {
    subject.unit = unit;
    subject.run = run;
    return () => {
      subject.unit = subject.run = undefined;
    };
  }, [unit, run]);
}
