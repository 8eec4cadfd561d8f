import { align } from "../alignment/align";
import type { Lexicon } from "../alignment/lexicon/lexicon";
import type { Bead, Side } from "./article";
import { anchorGroups, betweenAnchors, type Group, orderOf } from "./between-anchors";
import { blockText, textBlocks } from "./content";
import type { Language } from "./language";
import { orderBeads } from "./order-beads";
import { sentenceIds } from "./sentence-ids";

type Sides = Readonly<Record<Language, Side>>;

/** Keeps the beads that stand, and aligns all other sentences anew between them; in reading order. */
export function alignAround(
  standing: readonly Bead[],
  sides: Sides,
  lexicon: Lexicon | null = null,
): readonly Bead[] {
  const ids = { de: sentenceIds(sides.de), en: sentenceIds(sides.en) };
  const order = orderOf(ids.de, ids.en);
  const taken = new Set(standing.flatMap((bead) => [...bead.de, ...bead.en]));
  const free: Group = {
    de: ids.de.filter((id) => !taken.has(id)),
    en: ids.en.filter((id) => !taken.has(id)),
  };
  const fresh = betweenAnchors(anchorGroups(standing, order), free, order).flatMap((region) =>
    alignRegion(region, sides, lexicon),
  );
  return orderBeads([...standing, ...fresh], sides);
}

function alignRegion(region: Group, sides: Sides, lexicon: Lexicon | null): Bead[] {
  if (region.de.length + region.en.length === 0) return [];
  const de = alignmentText(sides.de, new Set(region.de));
  const en = alignmentText(sides.en, new Set(region.en));
  return align(de, en, lexicon).map((bead) => ({
    de: bead.de.flatMap((index) => region.de[index] ?? []),
    en: bead.en.flatMap((index) => region.en[index] ?? []),
    probability: Math.round(bead.probability * 10_000) / 10_000,
    status: "proposed",
  }));
}

function alignmentText(side: Side, wanted: ReadonlySet<string>) {
  const sentences: string[] = [];
  const paragraphs: number[] = [];
  let paragraph = 0;
  for (const block of side.blocks) {
    const text = blockText(block.node);
    for (const { id, start, end } of block.sentences) {
      if (!wanted.has(id)) continue;
      sentences.push(text.slice(start, end).trim());
      // Items of a list and cells of a table are paragraphs of their own.
      paragraphs.push(paragraph + text.slice(0, start).split("\n").length - 1);
    }
    paragraph += Math.max(1, textBlocks(block.node).length, text.split("\n").length);
  }
  return { sentences, paragraphs };
}
