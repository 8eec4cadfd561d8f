import "server-only";
import { parentPort, workerData } from "node:worker_threads";
import { linkWords } from "@/core/alignment/word-links/link-words";
import { type LexiconPlaces, loadBestLexicon } from "../imports/load-lexicon";
import type { LinkAnswer, LinkRequest } from "./link-pairs";

// A thread of its own, since the lexicon takes a while to load and every pair some milliseconds: made into one file by scripts/build-worker.mjs.
const places: LexiconPlaces = workerData;
const { lexicon } = loadBestLexicon(places);

parentPort?.on("message", ({ number, pairs }: LinkRequest) => {
  const answer: LinkAnswer = {
    number,
    links: pairs.map(({ de, en }) => linkWords(de, en, lexicon)),
  };
  parentPort?.postMessage(answer);
});
