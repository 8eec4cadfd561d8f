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

/** Reads and aligns a document in a thread of its own, which ends when it is done, cancelled, too slow or too large. */
export function runWorker(input: WorkerInput, options: RunOptions): Promise<WorkerResult> {
  const { workerFile, signal, onStage } = options;
  if (signal.aborted) return Promise.resolve({ ok: false, reason: "cancelled" });
  return new Promise((done) => {
    const worker = new Worker(workerFile, {
      workerData: input,
      resourceLimits: { maxOldGenerationSizeMb: options.memoryLimitMegabytes ?? memoryLimit },
    });
    const end = (result: WorkerResult) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", cancel);
      void worker.terminate();
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
  });
}
