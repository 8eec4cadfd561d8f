import "server-only";
import { Worker } from "node:worker_threads";
import type { ImportChoices } from "@/core/import/import-choices";
import type { DocumentFile } from "@/formats/document/document-source";
import type { ImportOutcome } from "./import-outcome";
import type { LexiconPlaces } from "./load-lexicon";
import type { ImportStage } from "./read-import";

export type WorkerInput = {
  readonly files: readonly DocumentFile[];
  readonly choices: ImportChoices;
  readonly places: LexiconPlaces;
};

export type WorkerMessage =
  | { readonly kind: "stage"; readonly stage: ImportStage }
  | { readonly kind: "outcome"; readonly outcome: ImportOutcome };

export type WorkerResult =
  | { readonly ok: true; readonly outcome: ImportOutcome }
  /** Each but the first is a key of the messages `Import.refusal`. */
  | {
      readonly ok: false;
      readonly reason: "cancelled" | "too-slow" | "too-much-memory" | "failed";
    };

type RunOptions = {
  readonly workerFile: string;
  readonly signal: AbortSignal;
  readonly onStage: (stage: ImportStage) => void;
  readonly timeLimitMs?: number;
  readonly memoryLimitMegabytes?: number;
};

// A document of 20 MB took 50 s and 600 MB (see docs/alignment.md for what usual ones take).
const timeLimit = 120_000;
const memoryLimit = 1500;

// A thread that has read one document has its code compiled and its lexicon loaded: the next takes half as long. It keeps some 300 MB meanwhile.
const keptMs = 60_000;
const keptBelowBytes = 1_000_000;
const kept = new Map<string, { readonly worker: Worker; readonly timer: NodeJS.Timeout }>();

/**
 * Reads and aligns a document in a thread, which is ended where the document is given up, too slow, too large or fails, and otherwise kept
 * for a minute for the next one.
 */
export function runWorker(input: WorkerInput, options: RunOptions): Promise<WorkerResult> {
  const { workerFile, signal, onStage } = options;
  if (signal.aborted) return Promise.resolve({ ok: false, reason: "cancelled" });
  const megabytes = options.memoryLimitMegabytes ?? memoryLimit;
  const key = `${workerFile} ${megabytes}`;
  const worker = takeKept(key) ?? startWorker(workerFile, megabytes);
  return new Promise((done) => {
    const end = (result: WorkerResult) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", cancel);
      leave(worker);
      if (result.ok && isUsual(input)) keep(key, worker);
      else void worker.terminate();
      done(result);
    };
    const cancel = () => end({ ok: false, reason: "cancelled" });
    const timer = setTimeout(
      () => end({ ok: false, reason: "too-slow" }),
      options.timeLimitMs ?? timeLimit,
    );
    signal.addEventListener("abort", cancel);
    worker.on("message", (message: WorkerMessage) => {
      if (message.kind === "stage") onStage(message.stage);
      else end({ ok: true, outcome: message.outcome });
    });
    worker.on("error", (error) => {
      const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      if (!isMemory) console.error(error);
      end({ ok: false, reason: isMemory ? "too-much-memory" : "failed" });
    });
    worker.on("exit", () => end({ ok: false, reason: "failed" }));
    worker.postMessage(input);
  });
}

/** What a thread needed for a large document it may not give back. */
function isUsual({ files }: WorkerInput): boolean {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0) < keptBelowBytes;
}

function startWorker(workerFile: string, megabytes: number): Worker {
  return new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
}

function takeKept(key: string): Worker | null {
  const found = kept.get(key);
  if (!found) return null;
  clearTimeout(found.timer);
  kept.delete(key);
  leave(found.worker);
  found.worker.ref();
  return found.worker;
}

/** By name: without one Node would take its own listeners away, too. */
function leave(worker: Worker): void {
  for (const name of ["message", "error", "exit"]) worker.removeAllListeners(name);
}

/** One of a kind; it does not keep the process alive. */
function keep(key: string, worker: Worker): void {
  if (kept.has(key)) return void worker.terminate();
  const forget = () => {
    clearTimeout(timer);
    kept.delete(key);
    void worker.terminate();
  };
  const timer = setTimeout(forget, keptMs).unref();
  worker.on("exit", forget).on("error", forget).unref();
  kept.set(key, { worker, timer });
}
