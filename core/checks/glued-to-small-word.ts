import type { Lexicon } from "../alignment/lexicon/lexicon";
import type { Language } from "../article/language";
import type { Context } from "./context";
import { knows } from "./knows-word";

/** `cut` is where the space belongs. */
export type Glued = { readonly start: number; readonly end: number; readonly cut: number };

type Small = { readonly before: readonly string[]; readonly after: readonly string[] };

// Only those that no word begins or ends with as a part of it: "-der" and "-den" end participles, "nicht-" and "zu-" begin words.
const smallWords: Readonly<Record<Language, Small>> = {
  de: {
    before: "der die das dem den eine einen einer und oder sich sie wir".split(" "),
    after:
      "und oder das dass nicht sich seit zum zur wurde wurden sind auch noch aus für mit von nach durch über unter gegen ohne wenn weil aber hatte haben wird werden".split(
        " ",
      ),
  },
  en: {
    before:
      "the and with was were that would from have they their until because could should never always often which when where very about between without during within against been being these those your then than once into also only just towards".split(
        " ",
      ),
    after:
      "the and of with was were that would from have they their which until because could should into for above below between without during within against around never been their your these those also than into".split(
        " ",
      ),
  },
};

/** "derselbe", "hierdurch", "weitaus", "innehaben", "whichever": words that have long been one. */
const grownTogether =
  /^(?:d(?:er|en|em|as|ie|essen)(?:selb|weil|gleich|art|jenig|zeit|maßen|halb)|(?:hier|wor?|dar?|wohin|dahin|hin|her|um|mit|zu|vor|neben|gegen|unter|über|weit|gerade|durch|mitten|rund|zweifels|frei|rings)(?:aus|für|mit|von|nach|durch|über|unter|gegen|ohne|um|wenn)$|zweifelsohne|wohingegen|(?:wh(?:ich|at|o|en|ere)|how|here|there)(?:ever|soever|abouts|by|fore|upon|as|in|of|with))/u;

/** "handhaben", "innehatte", "zuteilwird": verbs that begin with another word. */
const verbEnd = /^\p{Ll}.*(?:haben|hatte|wird|werden|wurden?|sind)$/u;

/** "thetrain", "steigtseit", "Stadtund": a word that no dictionary has, made of a small word and one that it has. */
export function gluedToSmallWord(text: string, side: Language, { lexicon }: Context): Glued[] {
  if (!lexicon) return [];
  return Array.from(
    text.matchAll(/(?<![\p{L}\p{N}@_.-])\p{L}\p{Ll}{5,}(?![\p{L}\p{N}@_-])/gu),
  ).flatMap((match): Glued[] => {
    const [word] = match;
    // "Thefirst": at the head of a sentence any word is written large.
    const isHead =
      /(?:^|[.!?] )$/u.test(text.slice(0, match.index)) && /^(?:The|This|That|And)/u.test(word);
    const isNamed = side === "en" && /^\p{Lu}/u.test(word) && !isHead;
    const length = isNamed ? null : cutOf(word, side, lexicon);
    const start = match.index;
    return length === null ? [] : [{ start, end: start + word.length, cut: start + length }];
  });
}

const minRest = 4;

/** "gaswithout": of a long word that nothing ends with, less must be left. */
const minShortRest = 3;
const longSmallWord = 6;

/** "nearlybroke": where an English adverb ends that a word follows at once. */
function adverbOf(lower: string, side: Language, lexicon: Lexicon): number | null {
  if (side !== "en") return null;
  const length = /^\p{L}{2,}ly(?=\p{L}{4})/u.exec(lower)?.[0].length ?? 0;
  const isGlued =
    length > 4 &&
    knows(lexicon, lower.slice(0, length), side) &&
    knows(lexicon, lower.slice(length), side);
  return isGlued ? length : null;
}

function cutOf(word: string, side: Language, lexicon: Lexicon): number | null {
  if (knows(lexicon, word, side) || knows(lexicon, word, side === "de" ? "en" : "de")) return null;
  const lower = word.toLowerCase();
  if (grownTogether.test(lower) || (side === "de" && verbEnd.test(word))) return null;
  const rest = (small: string) => lower.length - small.length;
  const { before, after } = smallWords[side];
  const last = after.find(
    (small) =>
      lower.endsWith(small) &&
      rest(small) >= (small.length >= longSmallWord ? minShortRest : minRest) &&
      knows(lexicon, word.slice(0, rest(small)), side),
  );
  if (last !== undefined) return rest(last);
  // A noun begins with no small word: "derArzt" has its capital within.
  if (side === "de" && /^\p{Lu}/u.test(word)) return null;
  const first = before.find(
    (small) =>
      lower.startsWith(small) &&
      rest(small) >= minRest &&
      knows(lexicon, word.slice(small.length), side),
  );
  return first?.length ?? adverbOf(lower, side, lexicon);
}
