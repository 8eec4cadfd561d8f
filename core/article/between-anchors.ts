import type { Language } from "./language";

/** Ids of both sides that belong together: a bead or a row. */
export type Group = Readonly<Record<Language, readonly string[]>>;

/** Where each id stands in its side. */
export type Order = Readonly<Record<Language, ReadonlyMap<string, number>>>;

export function orderOf(de: readonly string[], en: readonly string[]): Order {
  const places = (ids: readonly string[]) => new Map(ids.map((id, index) => [id, index]));
  return { de: places(de), en: places(en) };
}

/** As many groups as follow each other on both sides without overlap, in reading order; one-sided ones never count. */
export function anchorGroups<G extends Group>(groups: readonly G[], order: Order): G[] {
  const placed = groups
    .flatMap((group) => {
      const de = span(group.de, order.de);
      const en = span(group.en, order.en);
      return de && en ? [{ group, de, en }] : [];
    })
    .sort((a, b) => a.de.start - b.de.start);
  // The longest chain by patience: `ends[k]` is the chain of k + 1 groups that reaches least far on the English side.
  type Chain = { item: (typeof placed)[number]; before: Chain | undefined };
  const ends: Chain[] = [];
  for (const item of placed) {
    let length = ends.length;
    while (length > 0 && !follows(item, ends[length - 1]?.item)) length -= 1;
    const rival = ends[length]?.item;
    if (!rival || item.en.end < rival.en.end) ends[length] = { item, before: ends[length - 1] };
  }
  const chain: G[] = [];
  for (let link = ends.at(-1); link; link = link.before) chain.push(link.item.group);
  return chain.reverse();
}

type Span = { readonly start: number; readonly end: number };
type Placed = { readonly de: Span; readonly en: Span };

function follows(item: Placed, before: Placed | undefined): boolean {
  return before !== undefined && item.de.start > before.de.end && item.en.start > before.en.end;
}

function span(ids: readonly string[], places: ReadonlyMap<string, number>): Span | null {
  const found = ids.flatMap((id) => places.get(id) ?? []);
  if (found.length === 0) return null;
  return { start: Math.min(...found), end: Math.max(...found) };
}

/** The free ids before the first anchor, between each two, and after the last: one group more than there are anchors. */
export function betweenAnchors(anchors: readonly Group[], free: Group, order: Order): Group[] {
  const split = (side: Language): string[][] => {
    const starts = anchors.map((anchor) => span(anchor[side], order[side])?.start ?? 0);
    const regions: string[][] = [[], ...anchors.map((): string[] => [])];
    let region = 0;
    for (const id of free[side]) {
      const place = order[side].get(id) ?? 0;
      while (region < starts.length && (starts[region] ?? 0) < place) region += 1;
      regions[region]?.push(id);
    }
    return regions;
  };
  const en = split("en");
  return split("de").map((de, index) => ({ de, en: en[index] ?? [] }));
}
