import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { noChoices } from "@/core/import/import-choices";
import { buildWorker, workerFile } from "@/scripts/build-worker.mjs";
import { dataFolder } from "@/scripts/data-folder.mjs";
import { root } from "@/scripts/prepare.mjs";
import { runWorker } from "@/server/imports/run-worker";

// How long an import takes, and for how long the server answers nobody meanwhile: `npm run bench:import`.
const seedLike = readFileSync(
  new URL("../../e2e/fixtures/seed-like/document.txt", import.meta.url),
  "utf8",
);
const [german = "", english = ""] = seedLike.split(/ENGLISCH\s+ENGLISH/u);

await buildWorker();
// The first of each kind of run pays for the thread's start; the others find it warm.
for (const times of [4, 4, 4, 4, 1, 40]) {
  const text = [...repeat(german, times), "ENGLISH", ...repeat(english, times)].join("\n\n");
  await measure(text);
}

function repeat(text: string, times: number): string[] {
  return Array.from({ length: times }, () => text.trim());
}

async function measure(text: string): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const stages: string[] = [];
  const result = await runWorker(
    {
      files: [{ name: "a.txt", bytes: new TextEncoder().encode(text) }],
      choices: noChoices,
      places: { root, dataFolder: dataFolder().path },
    },
    {
      workerFile,
      signal: new AbortController().signal,
      onStage: (stage) => stages.push(`${stage} ${Math.round(performance.now() - start)} ms`),
    },
  );
  delay.disable();
  const words = text.split(/\s+/u).length;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const told = result.ok && result.outcome.told.ok ? result.outcome.told : null;
  console.log(
    `${words} words: ${seconds} s (${stages.join(", ")}), ${told?.lexicon ?? "not read"}, ` +
      `event loop blocked for at most ${(delay.max / 1e6).toFixed(0)} ms`,
  );
}
