import { align } from "../alignment/align";
import type { Bead, Side } from "./article";
import { anchorGroups, betweenAnchors, type Group, type Order, orderOf } from "./between-anchors";
import { blockText, textBlocks } from "./content";
import { type Language, languages } from "./language";

type Sides = Readonly<Record<Language, Side>>;

/**
 * Beads for two texts whose sentences changed. A bead that a person verified is never changed by the machine: it loses
 * what is gone and is marked "text-changed". Proposed beads that were touched, and their neighbours, are aligned anew
 * between those that stay. With no beads before, everything is aligned.
 */
export function carryBeads(
  before: readonly Bead[],
  sides: Sides,
  changedSentences: ReadonlySet<string>,
): readonly Bead[] {
  const ids = { de: sentenceIds(sides.de), en: sentenceIds(sides.en) };
  const order = orderOf(ids.de, ids.en);
  const { kept, proposed, touched } = sortOut(before, order, changedSentences);
  const settled = new Set([...kept, ...proposed].flatMap((bead) => [...bead.de, ...bead.en]));
  const disturbed = {
    de: new Set(ids.de.filter((id) => touched.has(id) || !settled.has(id))),
    en: new Set(ids.en.filter((id) => touched.has(id) || !settled.has(id))),
  };
  const calm = proposed.filter(
    (bead) =>
      !languages.some((side) =>
        bead[side].some((id) => isNear(id, disturbed[side], ids[side], order[side])),
      ),
  );
  const standing = [...kept, ...calm];
  const standingIds = new Set(standing.flatMap((bead) => [...bead.de, ...bead.en]));
  const free: Group = {
    de: ids.de.filter((id) => !standingIds.has(id)),
    en: ids.en.filter((id) => !standingIds.has(id)),
  };
  const anchors = anchorGroups(standing, order);
  const fresh = betweenAnchors(anchors, free, order).flatMap((region) =>
    alignRegion(region, sides),
  );
  return inReadingOrder([...standing, ...fresh], order);
}

type Sorted = {
  /** Verified once, by a person. */
  readonly kept: Bead[];
  /** Made by the machine, and nothing in them changed. */
  readonly proposed: Bead[];
  /** Sentences of beads that no longer stand. */
  readonly touched: ReadonlySet<string>;
};

function sortOut(
  before: readonly Bead[],
  order: Order,
  changedSentences: ReadonlySet<string>,
): Sorted {
  const kept: Bead[] = [];
  const proposed: Bead[] = [];
  const touched = new Set<string>();
  const seen = new Set<string>();
  const isHere = (id: string, side: Language) => order[side].has(id) && !seen.has(id);
  // Verified beads first: where two claim a sentence, a person's word counts.
  for (const bead of [...before].sort((a, b) => Number(isProposed(a)) - Number(isProposed(b)))) {
    const de = bead.de.filter((id) => isHere(id, "de"));
    const en = bead.en.filter((id) => isHere(id, "en"));
    for (const id of [...de, ...en]) seen.add(id);
    if (de.length + en.length === 0) continue;
    const isTouched =
      de.length + en.length < bead.de.length + bead.en.length ||
      [...de, ...en].some((id) => changedSentences.has(id));
    if (!isTouched) (isProposed(bead) ? proposed : kept).push(bead);
    else if (!isProposed(bead)) kept.push({ ...bead, de, en, status: "text-changed" });
    else for (const id of [...de, ...en]) touched.add(id);
  }
  return { kept, proposed, touched };
}

function isProposed(bead: Bead): boolean {
  return bead.status === "proposed";
}

function isNear(
  id: string,
  disturbed: ReadonlySet<string>,
  ids: readonly string[],
  places: ReadonlyMap<string, number>,
): boolean {
  const place = places.get(id) ?? 0;
  return [ids[place - 1], ids[place + 1]].some((other) => other && disturbed.has(other));
}

function sentenceIds(side: Side): string[] {
  return side.blocks.flatMap((block) => block.sentences.map(({ id }) => id));
}

function alignRegion(region: Group, sides: Sides): Bead[] {
  if (region.de.length + region.en.length === 0) return [];
  const de = alignmentText(sides.de, new Set(region.de));
  const en = alignmentText(sides.en, new Set(region.en));
  return align(de, en).map((bead) => ({
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

/** By the first German sentence; a bead without one follows the bead of the English sentence before it. */
function inReadingOrder(beads: readonly Bead[], order: Order): Bead[] {
  const first = (ids: readonly string[], side: Language) =>
    Math.min(...ids.map((id) => order[side].get(id) ?? 0));
  const german = beads
    .filter((bead) => bead.de.length > 0)
    .sort((a, b) => first(a.de, "de") - first(b.de, "de"));
  const english = beads
    .filter((bead) => bead.de.length === 0)
    .sort((a, b) => first(a.en, "en") - first(b.en, "en"));
  const holder = new Map<number, Bead>();
  for (const bead of beads) for (const id of bead.en) holder.set(order.en.get(id) ?? 0, bead);
  const following = new Map<Bead | undefined, Bead[]>();
  for (const bead of english) {
    const before = holder.get(first(bead.en, "en") - 1);
    following.set(before, [...(following.get(before) ?? []), bead]);
  }
  const sorted: Bead[] = [];
  const push = (bead: Bead) => {
    sorted.push(bead);
    following.get(bead)?.forEach(push);
  };
  following.get(undefined)?.forEach(push);
  german.forEach(push);
  return sorted;
}
