// Written by ViewTypesTest from the records of the screens; do not edit. Write it anew by
// mvn test -pl app-headless -am -Dtest=ViewTypesTest -Dsurefire.failIfNoSpecifiedTests=false -Dviews.write=true

/** A time in UTC, such as 2026-11-26T02:30:00.000Z. */
export type Instant = string;
export type Nanoseconds = number;

export interface Screens {
  shell: ShellScreen;
  overview: OverviewScreen;
  units: UnitsScreen;
  unit: UnitScreen;
  run: RunScreen;
  runs: RunsScreen;
  diff: RunDiff;
  bell: BellScreen;
  calendar: CalendarScreen;
  upcoming: UpcomingScreen;
  why: WhyView;
  plan: PlanView;
  search: SearchView;
  daemon: DaemonScreen;
}

/** What can be said about what a screen shall show. */
export interface Queries {
  shell: Record<string, never>;
  overview: { filter?: string; sort?: string; search?: string; page?: string };
  units: { filter?: string; sort?: string; search?: string; page?: string };
  unit: { name?: string; page?: string; status?: string; trigger?: string; from?: string; to?: string; exit?: string; retries?: string; sort?: string; search?: string };
  run: { id?: string };
  runs: { page?: string; status?: string; task?: string; trigger?: string; from?: string; to?: string; exit?: string; retries?: string; sort?: string; search?: string };
  diff: { left?: string; right?: string };
  bell: { before?: string; rows?: string };
  calendar: { day?: string; span?: string };
  upcoming: { hours?: string };
  why: { unit?: string; at?: string };
  plan: Record<string, never>;
  search: { q?: string };
  daemon: Record<string, never>;
}

export type ScreenName = keyof Screens;

/** The first event of a stream: what its slots are named by. */
export interface Hello {
  connection: string;
}

/** What a slot shows now. Each has a greater rev than the one before. */
export interface ViewEvent<K extends ScreenName = ScreenName> {
  slot: string;
  rev: number;
  state: Screens[K];
}

/** What a slot shows cannot be shown any more. The slot is free. */
export interface GoneEvent {
  slot: string;
  problem: Problem;
}

export interface Action {
  verb: Verb;
  note?: string;
  why_not?: string;
}

export interface Axis {
  label: string;
  from: Instant;
  to: Instant;
  clocks?: string;
  ticks: AxisTick[];
}

export interface AxisTick {
  at: number;
  label: string;
}

export interface Bars {
  bars: BarsBar[];
  usual?: BarsBand;
}

export interface BarsBand {
  low_ms: number;
  median_ms: number;
  high_ms: number;
}

export interface BarsBar {
  run_id: string;
  at: Instant;
  length_ms: number;
  mark: Mark;
  tone: Tone;
  says: string;
}

export interface BellRow {
  id: string;
  mark: Mark;
  tone: Tone;
  title: string;
  body: string;
  rhythm: string;
  at: string;
  strip: number[];
  unit: string;
  run_id: string;
  unread: boolean;
}

export interface BellScreen {
  headline: string;
  unread: number;
  rows: BellRow[];
  more?: string;
  empty?: string;
}

export interface CalendarScreen {
  headline: string;
  span: CalendarScreenSpan;
  days: CalendarView[];
  day: string;
  previous: string;
  next: string;
  today: string;
  clocks?: string;
}

export type CalendarScreenSpan = "day" | "week";

export interface CalendarView {
  headline: string;
  axis: Axis;
  now: number;
  lanes: Lane[];
  collisions: Collision[];
  note?: string;
}

export interface Chip {
  says: string;
  wrong: boolean;
  without: string;
}

export interface Collision {
  at: Instant;
  times: number;
  units: string[];
  says: string;
}

export interface ConsoleLines {
  slot: string;
  afresh: boolean;
  lines: ConsoleLinesLine[];
  dropped: LogDropped[];
  first_available?: number;
  regions: LogRegion[];
  done?: LogDone;
}

export interface ConsoleLinesLine {
  n: number;
  ts: number;
  stream: string;
  text: string;
  continued?: boolean;
  run_id?: string;
  replica_index?: number;
}

export interface DaemonScreen {
  headline: string;
  facts: RunScreenFact[];
  host?: HostView;
}

export interface Due {
  unit: string;
  at: Instant;
  clock: string;
  away: string;
  latest?: Instant;
  held?: string;
}

export interface Headline {
  sentence: string;
  tone: Tone;
}

export interface HostView {
  cpu_percent: number;
  memory_percent: number;
  cpu: number[];
  memory: number[];
  says: string;
  high: boolean;
}

export interface Item {
  from: Instant;
  at: number;
  length: number;
  mark: Mark;
  tone: Tone;
  ahead: boolean;
  count: number;
  run_id: string;
  says: string;
}

export interface Lane {
  unit: string;
  items: Item[];
}

export interface LogDone {
  final_line: number;
  status: "ended";
}

export interface LogDropped {
  after: number;
  count: number;
  run_id?: string;
}

export interface LogRegion {
  stream: string;
  epoch: number;
  rows: string[];
  run_id?: string;
}

export type Mark = "succeeded" | "running" | "failed" | "degraded" | "waiting" | "missed" | "off" | "paused" | "dead";

export interface OverviewScreen {
  headline: Headline;
  sub: string;
  needs: OverviewScreenNeed[];
  more_needs: number;
  running: OverviewScreenRunning[];
  more_running: number;
  next: Due[];
  today?: CalendarView;
  units: UnitList;
  recent: RunRow[];
  host?: HostView;
  empty?: OverviewScreenLesson;
}

export interface OverviewScreenLesson {
  sentence: string;
  example: string;
}

export interface OverviewScreenNeed {
  unit: string;
  label: string;
  service: boolean;
  mark: Mark;
  word: string;
  tone: Tone;
  why: string;
  run_id: string;
}

export interface OverviewScreenRunning {
  unit: string;
  label: string;
  service: boolean;
  says: string;
  started_at?: Instant;
  usual_ms?: number;
  run_id: string;
}

export interface ParamResponse {
  key: string;
  kind: "env" | "arg" | "option" | "flag";
  type: "string" | "number";
  required: boolean;
  fallback?: string;
  choices: string[];
  allow_custom: boolean;
  description?: string;
}

export type PlanKind = "added" | "removed" | "changed" | "needs_restart" | "stale" | "warning";

export interface PlanView {
  applied: boolean;
  changes: boolean;
  headline: string;
  tone: Tone;
  lines: PlanViewLine[];
}

export interface PlanViewLine {
  kind: PlanKind;
  unit: string;
  says: string;
  tone: Tone;
}

export interface Problem {
  type?: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance?: string;
  errors: ProblemItem[];
}

export interface ProblemItem {
  message: string;
  location?: string;
  value?: string;
}

export interface Rhythm {
  bars: RhythmBar[];
}

export interface RhythmBar {
  run_id: string;
  tone: Tone;
  height: number;
  says: string;
}

export interface RunAction {
  verb: RunActionKind;
  label: string;
  note?: string;
  why_not?: string;
}

export type RunActionKind = "stop" | "again" | "diff" | "why" | "delete";

export interface RunCriteria {
  status?: string;
  task_name?: string;
  search?: string;
  triggered_by?: string;
  created_after?: Instant;
  created_before?: Instant;
  exit_code_min?: number;
  exit_code_max?: number;
  retries_only?: boolean;
}

export interface RunDiff {
  headline: string;
  left: RunRow;
  right: RunRow;
  facts: RunDiffFact[];
  text: TextDiff;
}

export interface RunDiffFact {
  name: string;
  left: string;
  right: string;
  same: boolean;
  says: string;
}

export interface RunListView {
  headline: string;
  rows: RunRow[];
  first: number;
  last: number;
  total: number;
  order: string;
  chips: Chip[];
  empty?: string;
  words: string;
  address: string;
  every?: RunSelector;
}

export interface RunRow {
  id: string;
  short_id: string;
  task: string;
  label: string;
  verdict: Verdict;
  when: string;
  ago: string;
  at: Instant;
  ended?: Instant;
  length: string;
  exit: string;
  by: string;
  retry?: number;
  note?: string;
}

export interface RunScreen {
  row: RunRow;
  verdict: string;
  rest: string;
  tone: Tone;
  live: boolean;
  unit?: UnitView;
  facts: RunScreenFact[];
  created_at: Instant;
  started_at?: Instant;
  ended_at?: Instant;
  actions: RunAction[];
  params: RunScreenParam[];
  rhythm: Rhythm;
  history: Bars;
  runs: RunRow[];
  newer: string;
  older: string;
  attempt_before: string;
  attempt_after: string;
  last_good: string;
}

export interface RunScreenFact {
  name: string;
  value: string;
}

export interface RunScreenParam {
  key: string;
  value?: string;
}

export interface RunSelector {
  ids: string[];
  match_all?: boolean;
  except_ids: string[];
  filter?: RunCriteria;
  up_to?: string;
  ended_by?: Instant;
  deletion?: Instant;
}

export interface RunsScreen {
  headline: string;
  rows: RunRow[];
  first: number;
  last: number;
  total: number;
  order: string;
  chips: Chip[];
  empty?: string;
  words: string;
  address: string;
  every?: RunSelector;
  page: number;
  pages: number;
  problems: string[];
  units: string[];
}

export interface SearchView {
  headline: string;
  searching: boolean;
  results: SearchViewResult[];
}

export type SearchViewKind = "unit" | "run" | "line";

export interface SearchViewPiece {
  from: number;
  to: number;
}

export interface SearchViewResult {
  kind: SearchViewKind;
  mark: Mark;
  tone: Tone;
  title: string;
  pieces: SearchViewPiece[];
  says: string;
  unit: string;
  run_id: string;
  line: number;
}

export interface ShellScreen {
  instance: string;
  host: string;
  version: string;
  zone: string;
  zone_from: string;
  auth: boolean;
  stale?: string;
  stalled?: string;
  groups: ShellScreenGroup[];
  left_out: number;
  unread: number;
  badge: string;
  unread_bad: boolean;
}

export interface ShellScreenEntry {
  name: string;
  service: boolean;
  mark: Mark;
  tone: Tone;
  word: string;
  meta: string;
  at?: Instant;
}

export interface ShellScreenGroup {
  name: string;
  units: ShellScreenEntry[];
}

export interface Strip {
  marks: string;
  heights: number[];
}

export interface TextDiff {
  rows: TextDiffRow[];
  alike: number;
  left: number;
  right: number;
  note?: string;
}

export type TextDiffKind = "alike" | "changed" | "left" | "right" | "fold";

export interface TextDiffRow {
  kind: TextDiffKind;
  left_number: string;
  left: string;
  right_number: string;
  right: string;
}

export type Tone = "good" | "active" | "bad" | "warn" | "wait" | "quiet";

export interface UnitList {
  headline: string;
  chips: UnitListChip[];
  filter: string;
  sort: string;
  search: string;
  rows: UnitListRow[];
  page: number;
  pages: number;
  total: number;
  empty?: string;
}

export interface UnitListChip {
  word: string;
  label: string;
  count: number;
  on: boolean;
}

export interface UnitListRow {
  unit: UnitView;
  last: string;
  usual: string;
  strip: Strip;
}

export interface UnitScreen {
  name: string;
  unit?: UnitView;
  says?: string;
  rhythm: Rhythm;
  history: Bars;
  runs: RunListView;
  page: number;
  pages: number;
  details: UnitScreenDetail[];
  variables: UnitScreenVariable[];
  params: ParamResponse[];
  replicas: UnitScreenReplica[];
}

export interface UnitScreenDetail {
  key: string;
  value: string;
  note?: string;
}

export interface UnitScreenReplica {
  index: number;
  label: string;
  mark: Mark;
  word: string;
  tone: Tone;
  sentence: string;
  run_id: string;
  since?: Instant;
  next_at?: Instant;
}

export interface UnitScreenVariable {
  name: string;
  value: string;
  secret: boolean;
}

export interface UnitView {
  name: string;
  service: boolean;
  group: string;
  description?: string;
  mark: Mark;
  word: string;
  tone: Tone;
  sentence: string;
  needs_you: boolean;
  schedule: string;
  last?: RunRow;
  next: string;
  next_at?: Instant;
  actions: Action[];
}

export interface UnitsScreen {
  sentence: Headline;
  headline: string;
  chips: UnitListChip[];
  filter: string;
  sort: string;
  search: string;
  rows: UnitListRow[];
  page: number;
  pages: number;
  total: number;
  empty?: string;
}

export interface UpcomingScreen {
  headline: string;
  hours: number;
  rows: Due[];
  complete: boolean;
  empty?: string;
}

export type Verb = "run" | "start" | "restart" | "stop" | "pause" | "resume";

export interface Verdict {
  mark: Mark;
  word: string;
  tone: Tone;
  says: string;
  failure: boolean;
}

export interface WhyView {
  unit: string;
  headline: string;
  tone: Tone;
  steps: WhyViewStep[];
  advice?: string;
  run?: RunRow;
}

export interface WhyViewStep {
  asks: string;
  says: string;
  tone: Tone;
  decides: boolean;
}
