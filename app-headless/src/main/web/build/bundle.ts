/* Bundles the dashboard: bundle.ts <esbuild> <node_modules> <output>. Names carry the hash of what is in them, so that browsers may keep them for ever. */
declare const Deno: any;

const [esbuild, modules, out] = Deno.args as [string, string, string];
// A folder may have blanks in its name, which are written otherwise in an address.
const sources = decodeURIComponent(new URL("../", import.meta.url).pathname);
/** What a first visit may weigh, as it goes over the wire: fonts, styles, scripts and the page itself. */
const BUDGET = 150 * 1024;

async function bundle(entries: string[], defines: Record<string, string>): Promise<Map<string, string>> {
  const meta = await Deno.makeTempFile({ suffix: ".json" });
  const run = await new Deno.Command(esbuild, {
    cwd: sources,
    args: [
      ...entries, "--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8", "--log-level=warning",
      "--legal-comments=none", "--jsx=automatic", "--jsx-import-source=preact", "--loader:.woff2=file",
      "--alias:fonts=" + modules, "--outbase=src", "--entry-names=assets/[name]-[hash]", "--asset-names=assets/[name]-[hash]",
      "--public-path=/", `--metafile=${meta}`, `--outdir=${out}`,
      ...Object.entries(defines).map(([name, value]) => `--define:${name}=${JSON.stringify(value)}`),
    ],
    stderr: "inherit",
  }).output();
  if (!run.success) Deno.exit(1);
  const outputs = JSON.parse(await Deno.readTextFile(meta)).outputs as Record<string, { entryPoint?: string; inputs: Record<string, unknown> }>;
  await Deno.remove(meta);
  const made = new Map<string, string>();
  for (const [path, output] of Object.entries(outputs)) {
    const name = "/assets/" + path.split("/").pop();
    made.set(output.entryPoint ?? Object.keys(output.inputs)[0]!.split("/").pop()!, name);
  }
  return made;
}

async function packed(bytes: Uint8Array): Promise<number> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

async function licences(): Promise<string> {
  const inter: string = await Deno.readTextFile(`${modules}/inter/LICENSE`);
  const terms = inter.slice(inter.indexOf("-----------------------------------------------------------"));
  const preact: string = await Deno.readTextFile(`${modules}/preact/LICENSE`);
  return [
    "The dashboard contains the work of others.",
    `Inter (fonts)\n\n${inter.trim()}`,
    `JetBrains Mono (fonts)\n\nCopyright 2020 The JetBrains Mono Project Authors (https://github.com/JetBrains/JetBrainsMono)\n\nThis Font Software is licensed under the SIL Open Font License, Version 1.1.\n\n${terms.trim()}`,
    `Preact\n\n${preact.trim()}`,
  ].join("\n\n================================================================\n\n") + "\n";
}

await Deno.remove(out, { recursive: true }).catch(() => undefined);
await Deno.mkdir(out, { recursive: true });
const hub = await bundle(["src/hub/worker.ts"], {});
const page = await bundle(["src/main.tsx", "src/theme.ts", "src/style/app.css"], { WORKER: hub.get("src/hub/worker.ts")! });
const names: Record<string, string> = {
  THEME: page.get("src/theme.ts")!,
  MAIN: page.get("src/main.tsx")!,
  STYLE: page.get("src/style/app.css")!,
  FONT: page.get("inter-latin-400-normal.woff2")!,
};
const html: string = await Deno.readTextFile(`${sources}/src/index.html`);
await Deno.writeTextFile(`${out}/index.html`, html.replace(/\{\{(\w+)\}\}/g, (_, name) => names[name] ?? Deno.exit(1)));
await Deno.copyFile(`${sources}/src/favicon.svg`, `${out}/favicon.svg`);
await Deno.writeTextFile(`${out}/licences.txt`, await licences());

let weight = await packed(await Deno.readFile(`${out}/index.html`));
for await (const file of Deno.readDir(`${out}/assets`)) {
  const bytes: Uint8Array = await Deno.readFile(`${out}/assets/${file.name}`);
  weight += file.name.endsWith(".woff2") ? bytes.byteLength : await packed(bytes);
}
console.log(`The dashboard weighs ${(weight / 1024).toFixed(1)} KiB, compressed.`);
if (weight > BUDGET) {
  console.error(`The first visit may weigh ${BUDGET / 1024} KiB, compressed: take something out of the fonts, the styles or the scripts.`);
  Deno.exit(1);
}
