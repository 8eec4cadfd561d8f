import type { Article, Bead } from "@/core/article/article";
import { findBlock, rowOf } from "@/core/article/article-index";
import type { Language } from "@/core/article/language";
import { applyOperation } from "@/core/article/operations/apply-operation";
import type { Operation, Stamp } from "@/core/article/operations/operation";

/** Writes what a bead lacked on one side into its row, beside what stands there; `null` where there is no room. */
export function addCounterpart(
  article: Article,
  bead: Bead,
  side: Language,
  text: string,
  stamp: Stamp | null,
): Article | null {
  const partner = bead.de[0] ?? bead.en[0];
  const row = partner === undefined ? null : rowOf(article, partner)?.row;
  if (!row || partner === undefined) return null;
  const sentences = row[side].flatMap(
    (id) => findBlock(article, id)?.block.sentences.map((each) => each.id) ?? [],
  );
  const place = placeIn(article, bead, side, sentences);
  const operation: Operation = {
    kind: "insert-sentence",
    text,
    partner,
    place: place ?? { kind: "row", row: row.id, side },
  };
  const applied = applyOperation(article, operation, stamp ?? nobody);
  return applied.ok ? withoutNobody(applied.article) : null;
}

/** After the last sentence of the bead before, on that side; before the first of the row where there is none. */
function placeIn(article: Article, bead: Bead, side: Language, sentences: readonly string[]) {
  const [first] = sentences;
  if (first === undefined) return null;
  const index = article.beads.findIndex(
    (each) => each.de[0] === bead.de[0] && each.en[0] === bead.en[0],
  );
  const earlier = article.beads.slice(0, index).flatMap((each) => each[side]);
  const before = sentences.findLast((id) => earlier.includes(id));
  return before === undefined
    ? ({ kind: "before", sentence: first } as const)
    : ({ kind: "after", sentence: before } as const);
}

const nobody: Stamp = { by: "", at: "" };

function withoutNobody(article: Article): Article {
  return {
    ...article,
    beads: article.beads.map((bead) => {
      if (bead.by !== nobody.by) return bead;
      const { by: _, at: __, ...bare } = bead;
      return bare;
    }),
  };
}
