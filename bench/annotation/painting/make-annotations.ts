import type { StoredAnnotation } from "@/core/annotation/annotation";
import { colours } from "@/core/annotation/annotation";
import { articleSideText } from "@/core/annotation/article-side-text";
import type { Article } from "@/core/article/article";
import { languages } from "@/core/article/language";
import { markPassages } from "../edits/mark-passages";
import { seededRandom } from "../edits/seeded-random";

const when = "2026-01-01T00:00:00.000Z";

/** Highlights as readers make them, half of them on each side, as the server lists them. */
export function makeAnnotations(article: Article, count: number): readonly StoredAnnotation[] {
  const random = seededRandom(2);
  return languages.flatMap((language) =>
    markPassages(articleSideText(article, language), count / 2, random).map(
      (anchor, index): StoredAnnotation => ({
        id: `00000000-0000-4000-8000-${language === "de" ? "0" : "1"}${String(index).padStart(11, "0")}`,
        articleSlug: "bench",
        anchor,
        twin: null,
        colour: colours[index % colours.length] ?? "yellow",
        note: null,
        tags: [],
        audience: "me",
        groupId: null,
        revision: 1,
        createdAt: when,
        updatedAt: when,
        resolvedAt: null,
        isDeleted: false,
        author: { id: "reader", name: null },
        groupName: null,
        isOwn: true,
        mayAnswer: true,
      }),
    ),
  );
}
