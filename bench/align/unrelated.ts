import { existsSync } from "node:fs";
import { align } from "@/core/alignment/align";
import { judgeRelation } from "@/core/alignment/judge-relation";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import { bestLayer, loadLexicon } from "../../scripts/dictionary/load-lexicon";
import { readCases } from "./read-cases";
import { readShelf, type Stretch, stretchesOf } from "./stretches";

// How often texts that belong together are taken for strangers, and strangers for translations, by length: `npm run bench:unrelated`. The data is that of
// `npm run bench:align` and the articles of content/.
const folder = process.env.ALIGN_DATA ?? "../shared/bench/align/dev";
const [wanted] = process.argv.slice(2);
const layer = wanted === "built-in" || wanted === "dictionary" ? wanted : bestLayer();
const loaded = loadLexicon(layer);
if (!loaded.ok) throw new Error(loaded.reason);
const { lexicon } = loaded;
if (!lexicon) throw new Error("Without a lexicon nothing is judged");

const documents = [...(existsSync(folder) ? readCases(folder, null) : []), ...readShelf()];
for (const sentences of [10, 12, 15, 20, 30, 40, 80]) measure(sentences, lexicon);

function measure(sentences: number, words: Lexicon): void {
  const found = documents.flatMap((each) =>
    stretchesOf(each, sentences, sentences > 20 ? 2 : 4).map((stretch) => ({
      stretch,
      name: each.name,
    })),
  );
  const stretches = found.map(({ stretch }) => stretch);
  const strangers = [2, 3].flatMap((part) =>
    shifted(stretches, Math.floor(stretches.length / part) + 1),
  );
  const neighbours = found.flatMap(({ stretch, name }, index) => {
    const next = found[index + 1];
    return next?.name === name ? [{ de: stretch.de, en: next.stretch.en }] : [];
  });
  const refused = (pairs: readonly Stretch[]) =>
    pairs.filter(({ de, en }) => judgeRelation(de, en, align(de, en, words), words).isUnrelated)
      .length;
  const missed = (pairs: readonly Stretch[]) =>
    `${pairs.length - refused(pairs)} of ${pairs.length}`;
  console.log(
    `${sentences} sentences a side, ${layer}: translations refused ${refused(stretches)} of ${stretches.length}, ` +
      `with a third left out ${refused(stretches.map(thinned))} of ${stretches.length}; ` +
      `strangers missed ${missed(strangers)}, the next passage of the same text missed ${missed(neighbours)}`,
  );
}

/** The German of each with the English of another. */
function shifted(stretches: readonly Stretch[], by: number): Stretch[] {
  return stretches.flatMap(({ de }, index) => {
    const other = stretches[(index + by) % stretches.length];
    return other ? [{ de, en: other.en }] : [];
  });
}

/** Every third sentence or so left out on the English side, at places that have no rhythm. */
function thinned({ de, en }: Stretch): Stretch {
  const kept = en.sentences.flatMap((sentence, index) =>
    (sentence.length + index) % 3 === 0 ? [] : [index],
  );
  return {
    de,
    en: {
      sentences: kept.flatMap((index) => en.sentences[index] ?? []),
      paragraphs: kept.flatMap((index) => en.paragraphs[index] ?? []),
    },
  };
}
