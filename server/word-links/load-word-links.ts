import "server-only";
import { articleSideText } from "@/core/annotation/article-side-text";
import { type BeadLinks, beadText } from "@/core/annotation/word-twin";
import type { Article, Bead } from "@/core/article/article";
import type { Viewer } from "@/core/viewer/viewer";
import { loadReadableVersion } from "../articles/load-readable-version";
import { linkPairs } from "./link-pairs";

// Code units of one side of a bead: more is no sentence any more, and time goes with the square of it.
const longestSide = 3000;

/** The word links of the beads that these sentences stand in; `null` when the viewer may not read the version. */
export async function loadWordLinks(
  viewer: Viewer | null,
  versionId: string,
  sentences: readonly string[],
): Promise<readonly BeadLinks[] | null> {
  const article = await loadReadableVersion(viewer, versionId);
  if (!article) return null;
  const wanted = new Set(sentences);
  const beads = article.beads.filter(
    ({ de, en }) =>
      de.length > 0 && en.length > 0 && [...de, ...en].some((sentence) => wanted.has(sentence)),
  );
  return linkBeads(article, beads);
}

/** The word links of some beads of an article. */
export async function linkBeads(
  article: Article,
  beads: readonly Bead[],
): Promise<readonly BeadLinks[]> {
  const texts = { de: articleSideText(article, "de"), en: articleSideText(article, "en") };
  const pairs = beads
    .map(({ de, en }) => ({
      ids: { de: [...de], en: [...en] },
      text: { de: beadText(texts.de, de), en: beadText(texts.en, en) },
    }))
    .filter(({ text }) => Math.max(text.de.length, text.en.length) <= longestSide);
  const links = await linkPairs(pairs.map(({ text }) => text));
  return pairs.map(({ ids }, index) => ({
    ...ids,
    links: (links[index] ?? []).map(({ de, en }) => [de.start, de.end, en.start, en.end]),
  }));
}
