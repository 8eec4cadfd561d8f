import { languages } from "../article/language";
import type { Context } from "./context";
import type { UnitFlaw } from "./find-inconsistent";
import { isTableName } from "./names/country-names";
import { foldName } from "./names/fold-name";
import { isUsuallyUnmarked as isUsual } from "./names/unmarked-names";

const name = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}]{3,}/gu;

/** A name with its diacritics and without them on one side: "Husić", and "Husic" further down. */
export function findNameVariants({ document }: Context): UnitFlaw[] {
  return languages.flatMap((side) => {
    const forms = new Map<string, Map<string, number>>();
    for (const unit of document.units) {
      for (const [word] of unit[side].text.matchAll(name)) {
        const folded = foldName(word);
        const known = forms.get(folded) ?? new Map<string, number>();
        forms.set(folded, known.set(word, (known.get(word) ?? 0) + 1));
      }
    }
    const variants = [...forms.values()].filter((each) => each.size > 1);
    return variants.flatMap((each) => {
      const marked = [...each].filter(([word]) => isForeign(word));
      const bare = [...each].filter(([word]) => /^[A-Za-z]+$/u.test(word));
      // "Über" and "Uber", "Häuser" and "Hauser" are two words.
      const [right] = marked[0] ?? [];
      const [[plain, plainCount] = ["", 0]] = bare;
      if (right === undefined || plainCount === 0 || isUsual(plain) || isTableName(plain, side))
        return [];
      const rarer = plainCount <= (marked[0]?.[1] ?? 0) ? plain : right;
      const usual = rarer === plain ? right : plain;
      return document.units.flatMap((unit) =>
        Array.from(unit[side].text.matchAll(name))
          .filter(([word]) => word === rarer)
          .map(
            (match): UnitFlaw => ({
              unit,
              flaw: {
                rule: "name-diacritics",
                side,
                span: { start: match.index, end: match.index + match[0].length },
                values: { text: rarer, other: usual },
                fix: usual,
                habit: `${rarer} ${usual}`,
              },
            }),
          ),
      );
    });
  });
}

/** Letters that neither language has: a word with one is a name. */
function isForeign(word: string): boolean {
  return /[^A-Za-zÄÖÜäöüß]/u.test(word);
}
