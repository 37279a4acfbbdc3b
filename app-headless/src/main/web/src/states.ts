/* What the daemon tells a page. */
export type Mark = "succeeded" | "running" | "failed" | "degraded" | "waiting" | "missed" | "off" | "paused" | "dead";
export type Tone = "good" | "active" | "bad" | "warn" | "wait" | "quiet";
export interface Verdict { mark: Mark; word: string; tone: Tone; says: string; failure: boolean }
export interface RunRow { id: string; short_id: string; task: string; label: string; verdict: Verdict; when: string; ago: string; length: string; exit: string; by: string; retry?: number; note?: string }
export interface Bar { run_id: string; tone: Tone; height: number; says: string }
export interface Rhythm { bars: Bar[] }
export type Verb = "run" | "start" | "restart" | "stop" | "pause" | "resume";
export interface Action { verb: Verb; note?: string; why_not?: string }
export interface UnitView { name: string; service: boolean; group: string; description?: string; mark: Mark; word: string; tone: Tone; sentence: string; needs_you: boolean; schedule: string; last?: RunRow; next: string; next_at?: string; actions: Action[] }
export interface Headline { sentence: string; tone: Tone }
export interface Shell {
  instance: string; host: string; version: string; zone: string; zone_from: string; auth: boolean; stale?: string; stalled?: string;
  groups: { name: string; units: { name: string; service: boolean; mark: Mark; tone: Tone; word: string; meta: string }[] }[];
  unread: number; badge: string; unread_bad: boolean;
}
export interface Tick { at: number; label: string }
export interface Item { from: string; at: number; length: number; mark: Mark; tone: Tone; ahead: boolean; count: number; run_id: string; says: string }
export interface Lane { unit: string; items: Item[] }
export interface Calendar { headline: string; axis: { label: string; from: string; to: string; clocks?: string; ticks: Tick[] }; now: number; lanes: Lane[]; collisions: { at: string; units: string[]; says: string }[]; note?: string }
export interface Overview {
  headline: Headline; sub: string;
  needs: { name: string; label: string; mark: Mark; word: string; tone: Tone; why: string; run_id?: string }[];
  running: { name: string; label: string; says: string; started_at?: string; usual_ms?: number; run_id?: string; service: boolean }[];
  next: { name: string; at: string; clock: string; away: string }[];
  today: Calendar;
  units: { unit: UnitView; last: string; usual: string; rhythm: Rhythm }[];
  recent: RunRow[];
  host: { cpu_percent: number; memory_percent: number; cpu: number[]; memory: number[]; says: string; high: boolean };
  empty?: { sentence: string; example: string };
}
