import type { DocumentWords } from "./document-words";

/** Two words that may be one, spelled by the rules of two languages, and how alike they are: from 0.7 to 1. */
export type Cognate = {
  readonly word: number;
  readonly target: number;
  readonly likeness: number;
};

const minLength = 4;
const minLikeness = 0.7;

/**
 * Words of both sides that are spelled nearly alike: "kobalt" and "cobalt", "präsident" and "president". Likeness is the length of the
 * longest common subsequence out of both lengths, after I. D. Melamed, "Bitext Maps and Alignment via Pattern Recognition",
 * Computational Linguistics 25(1), 1999; words that do not begin alike are not compared.
 */
export function findCognates(
  de: DocumentWords,
  en: DocumentWords,
  isAsked: (germanStem: string) => boolean,
): Cognate[] {
  const byBeginning = new Map<string, { readonly target: number; readonly form: string }[]>();
  en.stems.forEach((stem, target) => {
    const form = formOf(stem);
    if (form === null) return;
    const known = byBeginning.get(form.slice(0, 2));
    if (known) known.push({ target, form });
    else byBeginning.set(form.slice(0, 2), [{ target, form }]);
  });
  return de.stems.flatMap((stem, word): Cognate[] => {
    const form = isAsked(stem) ? formOf(stem) : null;
    if (form === null) return [];
    return (byBeginning.get(form.slice(0, 2)) ?? []).flatMap((other): Cognate[] => {
      const likeness = likenessOf(form, other.form);
      return likeness < minLikeness ? [] : [{ word, target: other.target, likeness }];
    });
  });
}

/** As both languages might spell it: "telephon" is "telefon", "cobalt" is "kobalt". */
function formOf(stem: string): string | null {
  if (stem.length < minLength || stem.startsWith("#")) return null;
  return stem.replaceAll("ph", "f").replaceAll("c", "k").replaceAll("y", "i");
}

function likenessOf(a: string, b: string): number {
  const sum = a.length + b.length;
  if ((2 * Math.min(a.length, b.length)) / sum < minLikeness) return 0;
  return (2 * commonLength(a, b)) / sum;
}

/** The length of the longest common subsequence. */
function commonLength(a: string, b: string): number {
  const row = new Uint8Array(b.length + 1);
  for (let i = 0; i < a.length; i += 1) {
    let diagonal = 0;
    for (let j = 0; j < b.length; j += 1) {
      const above = row[j + 1] ?? 0;
      row[j + 1] =
        a.charCodeAt(i) === b.charCodeAt(j) ? diagonal + 1 : Math.max(above, row[j] ?? 0);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}
