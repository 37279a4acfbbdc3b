import { A } from "../parts/A.tsx";

export function Nowhere() {
  return (
    <section class="nothing">
      <h1 class="headline">There is nothing at this address.</h1>
      <p class="sub">It may be a run that was deleted, or a link that was cut short.</p>
      <A class="btn" href="/">To the overview</A>
    </section>
  );
}
