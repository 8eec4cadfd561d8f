import type { Article } from "./article";
import { blockText } from "./content";
import { keptText } from "./kept-text";
import { languages } from "./language";
import { segmentsOf } from "./operations/segments";
import type { PositionMap } from "./position-map";

/** Where the text of an article went in another of the same lineage, for want of the edits between them: block by block. */
export function mapBetween(before: Article, after: Article): PositionMap {
  const touched: string[] = [];
  const segments: PositionMap["segments"] = [];
  for (const side of languages) {
    const texts = new Map(after.sides[side].blocks.map(({ id, node }) => [id, blockText(node)]));
    for (const { id, node } of before.sides[side].blocks) {
      const text = blockText(node);
      const other = texts.get(id);
      texts.delete(id);
      if (text === other) continue;
      touched.push(id);
      if (other !== undefined) segments.push(...segmentsOf(side, id, keptText(text, other)));
    }
    touched.push(...texts.keys());
  }
  return { touched, segments };
}
