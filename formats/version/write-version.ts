import type { Article, VersionFiles } from "@/core/article/article";
import { recordSide } from "@/core/article/recorded-side";
import { writeSide } from "../mdx/write-side";
import { printAlignment } from "./print-alignment";

/** What an article is stored as; the same article is always the same text, and `readVersion` gives it back. */
export function writeVersion(article: Article): VersionFiles {
  const { de, en } = article.sides;
  return {
    de: writeSide(
      de.frontMatter,
      de.blocks.map(({ node }) => node),
    ),
    en: writeSide(
      en.frontMatter,
      en.blocks.map(({ node }) => node),
    ),
    alignment: writeAlignment(article),
  };
}

/** The `alignment.json` alone, for texts that stay as their author wrote them. */
export function writeAlignment({ sides, beads, rows }: Article): string {
  return printAlignment({
    sides: { de: recordSide(sides.de), en: recordSide(sides.en) },
    beads,
    rows,
  });
}
