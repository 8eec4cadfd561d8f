import type { Pair } from "./limit-text";

const css = `body{margin:0;font:1rem/1.6 Georgia,serif;color:#1a1a1a;background:#fff}
main{max-width:72rem;margin:auto;padding:1rem}
.row{display:grid;grid-template-columns:1fr 1fr;gap:2rem;content-visibility:auto;contain-intrinsic-size:auto 9rem}
@media(max-width:40rem){.row{grid-template-columns:1fr;gap:0}}`;

/** The least that a browser can be given to show these paragraphs side by side: no script, no font, a few rules. */
export function limitPage(pairs: readonly Pair[]): string {
  const rows = pairs.map(
    ({ de, en }, index) =>
      `<section class="row" id="r${index + 1}"><p lang="de">${de.join(" ")}</p><p lang="en">${en.join(" ")}</p></section>`,
  );
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><title>Paralleltext</title><style>${css}</style></head><body><main><h1>Paralleltext / Parallel text</h1>
${rows.join("\n")}
</main></body></html>`;
}
