import type { IndexBead } from "@/core/alignment/alignment";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import type { Article } from "@/core/article/article";
import { isDoubtful } from "@/core/article/is-doubtful";
import { type Language, languages } from "@/core/article/language";
import { checkArticle } from "@/core/checks/check-article";
import type { Finding } from "@/core/checks/finding";
import { type ImportFinding, isCheckKind } from "@/core/import/import-finding";

export type ReadSides = {
  readonly article: Article;
  readonly titles: Readonly<Record<Language, string | null>>;
  /** Date and name that were glued to the first sentence. */
  readonly gluedHeads: Readonly<Record<Language, string | null>>;
  /** How many paragraphs each side got from the other. */
  readonly addedBreaks: Readonly<Record<Language, number>>;
  readonly sentences: Readonly<Record<Language, readonly string[]>>;
  readonly beads: readonly IndexBead[];
};

/** The checks take about 3 ms for a pair of sentences: longer texts would keep people waiting, and are checked in the workbench. */
const mostChecked = 2000;

/** What a person should look at: first how the document was read, then what the checks found in it. */
export function importFindings(read: ReadSides, lexicon: Lexicon | null): ImportFinding[] {
  const isTooLong = read.beads.length > mostChecked;
  return [
    ...languages.flatMap((side) => sideFindings(read, side)),
    ...proposals(read.article),
    ...doubts(read),
    ...unpaired(read),
    ...(isTooLong ? [unchecked] : checked(read, lexicon)),
  ];
}

/** Of both sides, and told once. */
const unchecked: ImportFinding = { kind: "unchecked", side: "de", sentence: null, text: "" };

function sideFindings(
  { titles, gluedHeads, addedBreaks }: ReadSides,
  side: Language,
): ImportFinding[] {
  const findings: ImportFinding[] = [];
  if (titles[side] === null)
    findings.push({ kind: "title-missing", side, sentence: null, text: "" });
  const glued = gluedHeads[side];
  if (glued !== null) findings.push({ kind: "dateline-glued", side, sentence: 0, text: glued });
  if (addedBreaks[side] > 0)
    findings.push({ kind: "paragraphs-projected", side, sentence: null, text: "" });
  return findings;
}

function proposals(article: Article): ImportFinding[] {
  const count = article.rows.filter((row) => row.isProposed).length;
  if (count === 0) return [];
  return [{ kind: "paragraphs-proposed", side: "de", sentence: null, text: String(count) }];
}

function doubts({ beads, sentences }: ReadSides): ImportFinding[] {
  return beads.flatMap((bead): ImportFinding[] => {
    const [sentence] = bead.de;
    if (!isDoubtful(bead) || sentence === undefined || bead.en.length === 0) return [];
    return [{ kind: "doubtful", side: "de", sentence, text: sentences.de[sentence] ?? "" }];
  });
}

function unpaired({ beads, sentences }: ReadSides): ImportFinding[] {
  return beads.flatMap((bead) => {
    if (bead.de.length > 0 && bead.en.length > 0) return [];
    return languages.flatMap((side) =>
      bead[side].map((sentence): ImportFinding => {
        return { kind: "unpaired", side, sentence, text: sentences[side][sentence] ?? "" };
      }),
    );
  });
}

/** The findings of the checks, with the number of the sentence in place of its id; what stands above and below the text is told once. */
function checked({ article }: ReadSides, lexicon: Lexicon | null): ImportFinding[] {
  const indices = { de: sentenceIndices(article, "de"), en: sentenceIndices(article, "en") };
  const seen = new Set<string>();
  return checkArticle(article, { lexicon }).flatMap((finding): ImportFinding[] => {
    const { rule, place, values } = finding;
    const { side, sentenceId } = place;
    const sentence = sentenceId === null ? null : (indices[side].get(sentenceId) ?? null);
    const text = values.text ?? "";
    const name = JSON.stringify([rule, side, sentence, values]);
    if (sentence === null && seen.has(name)) return [];
    seen.add(name);
    return isCheckKind(rule) ? [{ kind: rule, side, sentence, text, values: rest(finding) }] : [];
  });
}

function rest({ values }: Finding): Record<string, string> {
  const { text, ...others } = values;
  return others;
}

/** Ids of a side's sentences, counted in reading order. */
function sentenceIndices(article: Article, side: Language): Map<string, number> {
  const ids = article.sides[side].blocks.flatMap(({ sentences }) => sentences.map(({ id }) => id));
  return new Map(ids.map((id, index) => [id, index]));
}
