import "server-only";
import { parentPort } from "node:worker_threads";
import { readImport } from "./read-import";
import type { WorkerInput, WorkerMessage } from "./run-worker";

// A thread that reads one document after the other: made into one file by scripts/build-worker.mjs.
const post = (message: WorkerMessage) => parentPort?.postMessage(message);

parentPort?.on("message", async ({ files, choices, places }: WorkerInput) => {
  const outcome = await readImport(files, choices, places, (stage) =>
    post({ kind: "stage", stage }),
  );
  post({ kind: "outcome", outcome });
});
