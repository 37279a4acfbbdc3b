import { go } from "../router.ts";
import type { CalendarView, Item } from "../view.d.ts";
import { A } from "./A.tsx";
import { runAt, unitAt } from "./at.ts";

/* As high as what can be pointed at must be. */
const ROW = 24;
const BAR = 12;
const MOST = 12;
/** So many pieces in a lane are a texture rather than pieces. */
const DENSE = 120;

/** Past and future of all units on one axis: what ran is filled, what will run is outlined. Places are thousandths of the axis. */
export function DayStrip({ calendar, short = false }: { calendar: CalendarView; short?: boolean }) {
  const lanes = short ? calendar.lanes.slice(0, MOST) : calendar.lanes;
  const height = Math.max(1, lanes.length) * ROW + 8;
  return (
    <div class={short ? "day short" : "day"}>
      <div class="lanes">{lanes.map((lane) => <A key={lane.unit} class="name" href={unitAt(lane.unit)} title={lane.unit}>{lane.unit}</A>)}</div>
      <div class="axis">
        <svg viewBox={`0 0 1000 ${height}`} preserveAspectRatio="none" style={{ height: `${height}px` }} role="img" aria-label={calendar.headline}>
          {calendar.axis.ticks.map((tick) => <line key={tick.at} class="tick" x1={tick.at} x2={tick.at} y1="0" y2={height} />)}
          {lanes.map((lane, row) => lane.items.map((item, i) => <Piece key={i} unit={lane.unit} item={item} y={10 + row * ROW} dense={lane.items.length > DENSE} />))}
          {calendar.now >= 0 && <line class="now" x1={calendar.now} x2={calendar.now} y1="0" y2={height} />}
        </svg>
        <div class="ticks" aria-hidden="true">{calendar.axis.ticks.map((tick) => <span key={tick.at} style={{ left: `${tick.at / 10}%` }}>{tick.label}</span>)}</div>
      </div>
    </div>
  );
}

function Piece({ unit, item, y, dense }: { unit: string; item: Item; y: number; dense: boolean }) {
  const open = () => go(item.run_id === "" ? unitAt(unit) : runAt(unit, item.run_id));
  return (
    <rect class={`piece ${item.mark === "missed" ? "late" : item.tone}${item.ahead ? (dense ? " ahead dense" : " ahead") : ""}`} x={item.at} y={y} width={dense && item.ahead ? 1.2 : Math.max(3, item.length)} height={BAR} rx="2" onClick={open}>
      <title>{`${unit}: ${item.says}`}</title>
    </rect>
  );
}
