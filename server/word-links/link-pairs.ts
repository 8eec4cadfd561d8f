import "server-only";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { WordLink } from "@/core/alignment/word-links/link-words";
import type { Language } from "@/core/article/language";
import { lexiconPlaces } from "../imports/run-import";

type Pair = Readonly<Record<Language, string>>;

export type LinkRequest = { readonly number: number; readonly pairs: readonly Pair[] };
export type LinkAnswer = {
  readonly number: number;
  readonly links: readonly (readonly WordLink[])[];
};

type Waiting = {
  readonly done: (links: LinkAnswer["links"]) => void;
  readonly fail: (error: Error) => void;
};

type Running = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

const memoryLimitMegabytes = 600;

let running: Running | null = null;
let last = 0;

/** The word links of each pair, from a thread that is started with the first question and started again where it has ended. */
export function linkPairs(pairs: readonly Pair[]): Promise<LinkAnswer["links"]> {
  if (pairs.length === 0) return Promise.resolve([]);
  running ??= start();
  const { worker, waiting } = running;
  last += 1;
  const request: LinkRequest = { number: last, pairs };
  return new Promise((done, fail) => {
    waiting.set(request.number, { done, fail });
    worker.postMessage(request);
  });
}

function start(): Running {
  const file = join(/* turbopackIgnore: true */ process.cwd(), ".next/word-link-worker.mjs");
  const worker = new Worker(file, {
    workerData: lexiconPlaces(),
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMegabytes },
  });
  const started: Running = { worker, waiting: new Map() };
  worker.unref(); // the server ends without it
  worker.on("message", ({ number, links }: LinkAnswer) => {
    started.waiting.get(number)?.done(links);
    started.waiting.delete(number);
  });
  worker.on("error", (error) => end(started, error));
  worker.on("exit", () => end(started, new Error("The thread of the word links has ended")));
  return started;
}

function end(ended: Running, error: Error): void {
  if (running === ended) running = null;
  for (const { fail } of ended.waiting.values()) fail(error);
  ended.waiting.clear();
}
