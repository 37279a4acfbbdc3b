import { CopyButton } from "../parts/Copy.tsx";

/** What to write so that there is something to see. */
export function Teach({ sentence, example }: { sentence: string; example: string }) {
  return (
    <section class="panel teach">
      <p>{sentence}</p>
      <div class="code"><pre><code>{example}</code></pre><CopyButton text={example} /></div>
      <p class="dim">Then tell the daemon: <code>runwisp reload</code>. This page shows it at once.</p>
    </section>
  );
}
