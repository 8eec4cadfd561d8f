import { readFileSync } from "node:fs";
import { linkWords } from "@/core/alignment/word-links/link-words";
import { layers, loadLexicon } from "../../scripts/dictionary/load-lexicon";
import { readGoldPairs, scoreWordLinks } from "./score-word-links";

// Measures word links against the gold of the project, with every layer of lexicon there is: `npm run bench:words [-- --held-out]`. The held-out
// half is for the figure that is published, not for tuning: docs/lexicon.md.
const half = process.argv.includes("--held-out") ? "held-out" : "tune";
const pairs = readGoldPairs(readFileSync(`core/alignment/word-links/gold/${half}.jsonl`, "utf8"));

for (const layer of layers) {
  const loaded = loadLexicon(layer);
  if (!loaded.ok) {
    console.log(`${layer}: ${loaded.reason}`);
    continue;
  }
  const { lexicon } = loaded;
  const figures = scoreWordLinks(pairs, (de, en) => linkWords(de, en, lexicon));
  const [rate, precision, recall] = [figures.errorRate, figures.precision, figures.recall].map(
    (share) => (100 * share).toFixed(1),
  );
  console.log(
    `${layer}: AER ${rate}, precision ${precision}, recall ${recall} (${half}, ${pairs.length} pairs)`,
  );
}
