import { alignAround } from "./align-around";
import type { Bead, Side } from "./article";
import { type Order, orderOf } from "./between-anchors";
import { type Language, languages } from "./language";
import { isMachineMade } from "./machine-made";
import { sentenceIds } from "./sentence-ids";

type Sides = Readonly<Record<Language, Side>>;

/**
 * Beads for two texts whose sentences changed. A bead that a person verified or made is never changed by the machine: it
 * loses what is gone and is marked "text-changed". Proposed beads that were touched, and their neighbours, are aligned anew
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
  return alignAround([...kept, ...calm], sides);
}

type Sorted = {
  /** Verified or put together by a person. */
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
  for (const bead of [...before].sort(
    (a, b) => Number(isMachineMade(a)) - Number(isMachineMade(b)),
  )) {
    const de = bead.de.filter((id) => isHere(id, "de"));
    const en = bead.en.filter((id) => isHere(id, "en"));
    for (const id of [...de, ...en]) seen.add(id);
    if (de.length + en.length === 0) continue;
    const isTouched =
      de.length + en.length < bead.de.length + bead.en.length ||
      [...de, ...en].some((id) => changedSentences.has(id));
    if (!isTouched) (isMachineMade(bead) ? proposed : kept).push(bead);
    else if (!isMachineMade(bead)) kept.push({ ...bead, de, en, status: "text-changed" });
    else for (const id of [...de, ...en]) touched.add(id);
  }
  return { kept, proposed, touched };
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
