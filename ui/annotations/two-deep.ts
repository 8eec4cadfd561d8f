/** Where a passage stands in its side's text, in code units; `to` is exclusive. */
export type Stretch = { readonly id: string; readonly from: number; readonly to: number };

type Piece = { readonly from: number; readonly to: number };

export type Depths = {
  /** Of passages that lie under two others somewhere: what of them is still painted, perhaps nothing. */
  readonly pieces: ReadonlyMap<string, readonly Piece[]>;
  /** Of passages with more than two in one place: how many lie there. */
  readonly depths: ReadonlyMap<string, number>;
};

// More than two patterns over each other cannot be told apart.
const mostPainted = 2;

/**
 * What is painted where passages lie over each other: the two shortest, since a longer one shows on both sides of them.
 * Of two that are equally long the one that begins later.
 */
export function twoDeep(stretches: readonly Stretch[]): Depths {
  const open: Stretch[] = []; // by their ends, and rarely more than a few
  const hidden = new Map<Stretch, Piece[]>();
  const depths = new Map<string, number>();
  let last = 0;
  for (const next of byStart(stretches)) {
    closeUntil(next.from); // what ends at a place has ended before anything begins there
    goTo(next.from);
    const place = open.findIndex(({ to }) => to > next.to);
    if (place === -1) open.push(next);
    else open.splice(place, 0, next);
  }
  closeUntil(Number.POSITIVE_INFINITY);

  function closeUntil(at: number) {
    for (let first = open[0]; first && first.to <= at; first = open[0]) {
      goTo(first.to);
      open.shift();
    }
  }

  function goTo(at: number) {
    if (at > last && open.length > mostPainted) hide([...open], { from: last, to: at });
    last = at;
  }

  function hide(here: Stretch[], piece: Piece) {
    here.sort(
      (a, b) => a.to - a.from - (b.to - b.from) || b.from - a.from || (a.id < b.id ? -1 : 1),
    );
    for (const [index, one] of here.entries()) {
      depths.set(one.id, Math.max(depths.get(one.id) ?? 0, here.length));
      if (index < mostPainted) continue;
      const gaps = hidden.get(one);
      if (gaps) gaps.push(piece);
      else hidden.set(one, [piece]);
    }
  }

  const pieces = new Map([...hidden].map(([one, gaps]) => [one.id, without(one, gaps)]));
  return { pieces, depths };
}

/** Those of a page come in the order of the text; then there is nothing to sort. */
function byStart(stretches: readonly Stretch[]): readonly Stretch[] {
  const isSorted = stretches.every(({ from }, index) => from >= (stretches[index - 1]?.from ?? 0));
  return isSorted ? stretches : [...stretches].sort((a, b) => a.from - b.from);
}

/** What is left of a passage; the gaps come in order and do not overlap. */
function without({ from, to }: Piece, gaps: readonly Piece[]): readonly Piece[] {
  const left: Piece[] = [];
  let at = from;
  for (const gap of gaps) {
    if (gap.from > at) left.push({ from: at, to: gap.from });
    at = gap.to;
  }
  if (at < to) left.push({ from: at, to });
  return left;
}
