import { z } from "zod";
import { goldTokens } from "@/core/alignment/word-links/gold/gold-tokens";
import type { WordLink } from "@/core/alignment/word-links/link-words";

const linkSchema = z.tuple([z.int().min(0), z.int().min(0)]);

const pairSchema = z.strictObject({
  de: z.string(),
  en: z.string(),
  sure: z.array(linkSchema),
  possible: z.array(linkSchema),
});

export type GoldPair = z.infer<typeof pairSchema>;

/** Reads gold, one sentence pair with its links a line. */
export function readGoldPairs(jsonl: string): GoldPair[] {
  return jsonl
    .trimEnd()
    .split("\n")
    .map((line) => pairSchema.parse(JSON.parse(line)));
}

export type LinkFigures = {
  /** Alignment error rate: 1 − (|A∩S| + |A∩(S∪P)|) / (|A| + |S|), after F. J. Och and H. Ney (2003). */
  readonly errorRate: number;
  readonly precision: number;
  readonly recall: number;
};

export function scoreWordLinks(
  pairs: readonly GoldPair[],
  link: (de: string, en: string) => readonly WordLink[],
): LinkFigures {
  const counts = { found: 0, sure: 0, sureFound: 0, right: 0 };
  for (const { de, en, sure, possible } of pairs) {
    const german = tokenAt(de);
    const english = tokenAt(en);
    const sureKeys = new Set(sure.map(String));
    const possibleKeys = new Set(possible.map(String));
    const links = new Set(
      link(de, en).map((each) => `${german(each.de.start)},${english(each.en.start)}`),
    );
    counts.found += links.size;
    counts.sure += sureKeys.size;
    for (const key of links) {
      if (sureKeys.has(key)) counts.sureFound += 1;
      if (sureKeys.has(key) || possibleKeys.has(key)) counts.right += 1;
    }
  }
  const { found, sure, sureFound, right } = counts;
  return {
    errorRate: 1 - (sureFound + right) / Math.max(1, found + sure),
    precision: right / Math.max(1, found),
    recall: sureFound / Math.max(1, sure),
  };
}

/** The number of the gold's token that holds a place in the text. */
function tokenAt(text: string): (place: number) => number {
  let end = 0;
  const ends = goldTokens(text).map((token) => {
    end = text.indexOf(token, end) + token.length;
    return end;
  });
  return (place) => ends.findIndex((each) => each > place);
}
