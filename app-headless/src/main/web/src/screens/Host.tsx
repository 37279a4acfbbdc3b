import type { HostView } from "../view.d.ts";

/** The machine: how busy it is, and how much of its memory is taken. */
export function Host({ host }: { host: HostView }) {
  return (
    <section class="panel host">
      <header><h2>This machine</h2></header>
      <Figure name="CPU" percent={host.cpu_percent} points={host.cpu} />
      <Figure name="Memory" percent={host.memory_percent} points={host.memory} />
      <p class={host.high ? "calm mono warn" : "calm mono"}>{host.says}</p>
    </section>
  );
}

function Figure({ name, percent, points }: { name: string; percent: number; points: number[] }) {
  const width = 120;
  const step = width / Math.max(1, points.length - 1);
  const line = points.map((point, i) => `${(i * step).toFixed(1)},${(23 - (22 * Math.min(100, point)) / 100).toFixed(1)}`).join(" ");
  return (
    <div class={percent >= 85 ? "figure high" : "figure"}>
      <span>{name}</span>
      <svg viewBox={`0 0 ${width} 24`} preserveAspectRatio="none" aria-hidden="true"><polyline points={line} fill="none" stroke="currentColor" stroke-width="1.4" vector-effect="non-scaling-stroke" /></svg>
      <b>{Math.round(percent)} %</b>
    </div>
  );
}
