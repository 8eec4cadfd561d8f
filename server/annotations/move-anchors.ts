import "server-only";
import { type Anchor, anchorSchema } from "@/core/annotation/annotation";
import { articleSideText } from "@/core/annotation/article-side-text";
import { moveAnchor } from "@/core/annotation/move-anchor";
import type { Article } from "@/core/article/article";
import type { Language } from "@/core/article/language";
import type { PositionMap } from "@/core/article/position-map";
import type { Transaction } from "../db";

type NumberedArticle = { readonly article: Article; readonly version: number };

/** An edit that made one version of an article into the next. */
export type Edit = {
  readonly articleId: string;
  readonly before: NumberedArticle;
  readonly after: NumberedArticle;
  readonly map: PositionMap;
};

const batchSize = 500;

/**
 * Carries every annotation of an article, deleted ones too, into the version that an edit makes, in the transaction that
 * saves it. What lost its words keeps its anchor as it was: it is shown among those without a place. Nobody wrote anything,
 * so revisions stay.
 */
export async function moveAnchors(transaction: Transaction, edit: Edit): Promise<void> {
  const move = moverOf(edit);
  let last: string | undefined;
  for (;;) {
    const rows = await transaction.annotation.findMany({
      where: { articleId: edit.articleId },
      orderBy: { id: "asc" },
      take: batchSize,
      ...(last !== undefined && { cursor: { id: last }, skip: 1 }),
      select: { id: true, anchor: true, twin: true },
    });
    for (const { id, anchor, twin } of rows) {
      const moved = {
        anchor: move(anchorSchema.parse(anchor)),
        twin: twin === null ? null : move(anchorSchema.parse(twin)),
      };
      if (!moved.anchor && !moved.twin) continue;
      await transaction.annotation.update({
        where: { id },
        data: {
          ...(moved.anchor && { anchor: moved.anchor }),
          ...(moved.twin && { twin: moved.twin }),
        },
      });
    }
    last = rows.at(-1)?.id;
    if (rows.length < batchSize) return;
  }
}

function moverOf({ before, after, map }: Edit): (anchor: Anchor) => Anchor | null {
  const textsOf = ({ article, version }: NumberedArticle) => {
    const of = (language: Language) => ({ side: articleSideText(article, language), version });
    return { de: of("de"), en: of("en") };
  };
  const [from, to] = [textsOf(before), textsOf(after)];
  return (anchor) => moveAnchor(map, anchor, from[anchor.side], to[anchor.side]);
}
