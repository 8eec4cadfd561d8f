import "server-only";
import type { Annotation } from "@/core/annotation/annotation";
import {
  articleText,
  locatePassage,
  onlySentence,
  type SentenceLinks,
} from "@/core/annotation/locate-passage";
import { type BeadLinks, isShortPassage } from "@/core/annotation/word-twin";
import type { Article, Bead } from "@/core/article/article";
import { linkBeads } from "../word-links/load-word-links";

// Whoever reads meanwhile asks the same thread: their questions come between these.
const beadsAtOnce = 60;

// Some 3 ms each. What a larger export has beyond that names its sentences.
const mostBeads = 2000;

/**
 * The word links of the sentences in which short passages without a corrected twin stand. Where they cannot be had, an export names the
 * sentences, which are right as well.
 */
export async function linkPassages(
  article: Article,
  annotations: readonly Pick<Annotation, "anchor" | "twin">[],
): Promise<SentenceLinks> {
  const beads = beadsOfShort(article, annotations).slice(0, mostBeads);
  const found = new Map<string, BeadLinks>();
  try {
    for (let from = 0; from < beads.length; from += beadsAtOnce) {
      const linked = await linkBeads(article, beads.slice(from, from + beadsAtOnce));
      for (const bead of linked) for (const id of [...bead.de, ...bead.en]) found.set(id, bead);
    }
  } catch (error) {
    console.warn("No word links for an export:", error);
  }
  return found;
}

function beadsOfShort(
  article: Article,
  annotations: readonly Pick<Annotation, "anchor" | "twin">[],
): readonly Bead[] {
  const { sides, beadOf } = articleText(article);
  const beads = new Set<Bead>();
  for (const { anchor, twin } of annotations) {
    const where = twin ? null : locatePassage(article, anchor);
    if (!where || !isShortPassage(sides[anchor.side], where)) continue;
    const sentence = onlySentence(sides[anchor.side], where);
    const bead = sentence && beadOf.get(sentence);
    if (bead && bead.de.length > 0 && bead.en.length > 0) beads.add(bead);
  }
  return [...beads];
}
