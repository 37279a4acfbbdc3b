import { go } from "../router.ts";
import type { CalendarView, Item } from "../view.d.ts";
import { runAt, unitAt } from "./at.ts";

const ROW = 17;
const BAR = 11;
const MOST = 12;
/** So many pieces in a lane are a texture rather than pieces. */
const DENSE = 120;

/** Past and future of all units on one axis: what ran is filled, what will run is outlined. Places are thousandths of the axis. */
export function DayStrip({ calendar, named = false }: { calendar: CalendarView; named?: boolean }) {
  const lanes = named ? calendar.lanes : calendar.lanes.slice(0, MOST);
  const height = Math.max(1, lanes.length) * ROW + 8;
  return (
    <div class={named ? "day named" : "day"}>
      {named && <div class="lanes" style={{ paddingTop: "4px" }}>{lanes.map((lane) => <span key={lane.unit} class="name" title={lane.unit} style={{ height: `${ROW}px` }}>{lane.unit}</span>)}</div>}
      <div class="axis">
        <svg viewBox={`0 0 1000 ${height}`} preserveAspectRatio="none" style={{ height: `${height}px` }} role="img" aria-label={calendar.headline}>
          {calendar.axis.ticks.map((tick) => <line key={tick.at} class="tick" x1={tick.at} x2={tick.at} y1="0" y2={height} />)}
          {lanes.map((lane, row) => lane.items.map((item, i) => <Piece key={i} unit={lane.unit} item={item} y={7 + row * ROW} dense={lane.items.length > DENSE} />))}
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
