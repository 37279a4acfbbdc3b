import type { ComponentChildren } from "preact";
import type { Place } from "../router.ts";
import { Overview } from "./Overview.tsx";
import { Nowhere } from "./Nowhere.tsx";

/** The screen of a place. */
export function screenOf({ parts }: Place): ComponentChildren {
  const [first] = parts;
  if (first === undefined) return <Overview />;
  return <Nowhere />;
}
