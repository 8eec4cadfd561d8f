import "server-only";
import { parentPort, workerData } from "node:worker_threads";
import { readImport } from "./read-import";
import type { WorkerInput, WorkerMessage } from "./run-worker";

// A thread of its own for one document: made into one file by scripts/build-worker.mjs.
const { files, choices, places }: WorkerInput = workerData;

const post = (message: WorkerMessage) => parentPort?.postMessage(message);
const outcome = await readImport(files, choices, places, (stage) => post({ kind: "stage", stage }));
post({ kind: "outcome", outcome });
