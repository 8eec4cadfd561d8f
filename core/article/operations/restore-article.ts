import type { Article, Side } from "../article";
import { blockText } from "../content";
import { mapBetween } from "../map-between";
import type { Patch } from "./patch";
import { patchBetween } from "./patch";

export type Restored = {
  readonly article: Article;
  readonly change: Patch;
  readonly inverse: Patch;
};

/** An article as it was in an earlier version; ids that were given since are not given again, and what is gone is remembered. */
export function restoreArticle(current: Article, earlier: Article): Restored {
  const article: Article = {
    ...earlier,
    sides: {
      de: restoreSide(current.sides.de, earlier.sides.de),
      en: restoreSide(current.sides.en, earlier.sides.en),
    },
  };
  return {
    article,
    change: patchBetween(current, article, mapBetween(current, article)),
    inverse: patchBetween(article, current, mapBetween(article, current)),
  };
}

function restoreSide(current: Side, earlier: Side): Side {
  const living = new Set(earlier.blocks.flatMap(({ id, mergedIds }) => [id, ...mergedIds]));
  const gone = current.blocks.flatMap(({ id, node }) => ({ id, text: blockText(node) }));
  const known = new Map(
    [...earlier.tombstones, ...current.tombstones, ...gone].map((each) => [each.id, each]),
  );
  return {
    ...earlier,
    tombstones: [...known.values()].filter(({ id }) => !living.has(id)),
    next: {
      block: Math.max(current.next.block, earlier.next.block),
      sentence: Math.max(current.next.sentence, earlier.next.sentence),
    },
  };
}
