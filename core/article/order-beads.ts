import type { Bead, Side } from "./article";
import { placeOfSentence } from "./article-index";
import type { Language } from "./language";
import { readingOrder } from "./reading-order";

/** By the first German sentence; a bead without one follows the bead of the English sentence before it. */
export function orderBeads(
  beads: readonly Bead[],
  sides: Readonly<Record<Language, Side>>,
): readonly Bead[] {
  const places = beads.map(({ de, en }) => ({
    de: de.map((id) => placeOfSentence(sides.de, id) ?? 0),
    en: en.map((id) => placeOfSentence(sides.en, id) ?? 0),
  }));
  return readingOrder(places).flatMap((index) => beads[index] ?? []);
}
