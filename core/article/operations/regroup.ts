import type { Article, Bead } from "../article";
import { findBead, placeOfSentence, sideOf } from "../article-index";
import type { Language } from "../language";
import { rejoin, replaceBeads } from "./edited";
import { type Refused, refused, type Stamp } from "./operation";

/**
 * The beads that hold some sentences, if all are known and none is locked.
 */
export function openBeads(
  article: Article,
  sentences: readonly string[],
): { readonly ok: true; readonly beads: readonly Bead[] } | Refused {
  const beads = sentences.flatMap((id) => findBead(article, id)?.bead ?? []);
  if (beads.length < sentences.length) return refused("unknown");
  if (beads.some(({ isLocked }) => isLocked)) return refused("locked");
  return { ok: true, beads: [...new Set(beads)] };
}

/** Takes sentences out of their beads and puts them into groups of their own, each made of `from`. */
export function regroup(
  article: Article,
  groups: readonly { readonly from: Bead; readonly sentences: readonly string[] }[],
  stamp: Stamp,
): Article {
  const taken = new Set(groups.flatMap(({ sentences }) => sentences));
  const replacements = new Map<Bead, readonly Bead[]>();
  for (const id of taken) {
    const bead = findBead(article, id)?.bead;
    if (!bead || replacements.has(bead)) continue;
    const isLeft = (each: string) => !taken.has(each);
    const rest = { de: bead.de.filter(isLeft), en: bead.en.filter(isLeft) };
    replacements.set(bead, [rejoin(bead, rest, stamp)]);
  }
  const added = groups.map(({ from, sentences }) =>
    rejoin(from, bySide(article, sentences), stamp),
  );
  return replaceBeads(article, replacements, added);
}

/** Sentences sorted by side, each in reading order. */
export function bySide(
  article: Article,
  sentences: readonly string[],
): Readonly<Record<Language, readonly string[]>> {
  const unique = [...new Set(sentences)];
  const of = (side: Language) =>
    inReadingOrder(
      article,
      unique.filter((id) => sideOf(id) === side),
    );
  return { de: of("de"), en: of("en") };
}

function inReadingOrder(article: Article, ids: readonly string[]): readonly string[] {
  const place = (id: string) => placeOfSentence(article.sides[sideOf(id)], id) ?? 0;
  return ids.toSorted((a, b) => place(a) - place(b));
}
