import { loadLexicon } from "../../scripts/dictionary/load-lexicon";
import { nearMissSchema, plantedErrorSchema } from "./planted-error";
import { readLines } from "./read-lines";
import { findingsOf, isFound, mended } from "./score-checks";

// What the rules miss of the tuning half and what they report wrongly, line by line: `npm run bench:checks:tune`. It never reads the held-out halves.
const loaded = loadLexicon("built-in");
const options = { lexicon: loaded.ok ? loaded.lexicon : null };
const show = ({ rule, place, values }: ReturnType<typeof findingsOf>[number]) =>
  `${rule} ${place.side} ${place.start}-${place.end} «${values.text}»${values.other ? ` / «${values.other}»` : ""}`;

const halves = ["tune", "second", "third-tune", "fourth-tune"];
const tune = halves.flatMap((half) => readLines(`planted/${half}.jsonl`, plantedErrorSchema));
let found = 0;
for (const error of tune) {
  const findings = findingsOf(error, error, options);
  if (isFound(error, findings)) found += 1;
  else console.log(`missed ${error.id} ${error.note}\n   ${findings.map(show).join("; ")}`);
}
console.log(`found ${found} of ${tune.length}`);
let alarms = 0;
for (const error of tune) {
  const findings = findingsOf(mended(error), error, options);
  alarms += findings.length;
  if (findings.length > 0) console.log(`mended ${error.id}: ${findings.map(show).join("; ")}`);
}
const nearMisses = [
  "near-misses.jsonl",
  "planted/third-near.jsonl",
  "planted/fourth-near.jsonl",
].flatMap((name) => readLines(name, nearMissSchema));
let wrong = 0;
for (const pair of nearMisses) {
  const findings = findingsOf(pair, pair, options);
  wrong += findings.length;
  if (findings.length > 0)
    console.log(
      `${pair.id} ${pair.about}: ${findings.map(show).join("; ")}\n   ${pair.de}\n   ${pair.en}`,
    );
}
console.log(`alarms: mended ${alarms}, near misses ${wrong} of ${nearMisses.length}`);
