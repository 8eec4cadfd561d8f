import { normalizeTag, tagKey } from "@/core/annotation/tag";

export type TagSuggestion = { readonly name: string; readonly isNew: boolean };

const mostShown = 8;

/**
 * What the field offers for what is in it: known tags that begin with it, then those with a word that does, then those
 * that hold it; at the end what is written itself, where that would be a new tag.
 */
export function suggestTags(
  text: string,
  known: readonly string[],
  chosen: readonly string[],
): readonly TagSuggestion[] {
  const wanted = tagKey(text);
  const taken = new Set(chosen.map(tagKey));
  const ranked = known
    .filter((name) => !taken.has(tagKey(name)))
    .map((name) => ({ name, rank: rankOf(tagKey(name), wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostShown)
    .map(({ name }) => ({ name, isNew: false }));
  const isKnown = known.some((name) => tagKey(name) === wanted);
  const isNew = wanted !== "" && !taken.has(wanted) && !isKnown;
  return isNew ? [...ranked, { name: normalizeTag(text), isNew: true }] : ranked;
}

function rankOf(key: string, wanted: string): number {
  if (key.startsWith(wanted)) return 0;
  if (key.includes(` ${wanted}`)) return 1;
  return key.includes(wanted) ? 2 : 3;
}
