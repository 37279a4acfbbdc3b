import type { ComponentChildren } from "preact";
import type { Place } from "../router.ts";
import { Bell } from "./Bell.tsx";
import { Calendar } from "./Calendar.tsx";
import { Diff } from "./Diff.tsx";
import { MergedLog } from "./MergedLog.tsx";
import { Nowhere } from "./Nowhere.tsx";
import { Overview } from "./Overview.tsx";
import { Reload } from "./Reload.tsx";
import { Run } from "./Run.tsx";
import { RunById } from "./RunById.tsx";
import { Runs } from "./Runs.tsx";
import { Task } from "./Task.tsx";
import { Upcoming } from "./Upcoming.tsx";
import { Why } from "./Why.tsx";

/** The screen of a place. */
export function screenOf({ parts }: Place): ComponentChildren {
  const [first, second, third, ...rest] = parts;
  if (rest.length > 0) return <Nowhere />;
  if (second === undefined) return ALONE[first ?? ""]?.() ?? <Nowhere />;
  if (first === "runs" && third === undefined) return <RunById id={second} />;
  if (first === "diff" && third !== undefined) return <Diff left={second} right={third} />;
  if (first !== "tasks") return <Nowhere />;
  if (third === undefined) return <Task name={second} />;
  if (third === "why") return <Why unit={second} />;
  if (third === "log") return <MergedLog key={second} name={second} />;
  return <Run id={third} />;
}

const ALONE: Record<string, () => ComponentChildren> = {
  "": () => <Overview />,
  runs: () => <Runs />,
  calendar: () => <Calendar />,
  upcoming: () => <Upcoming />,
  notifications: () => <Bell />,
  reload: () => <Reload />,
};
