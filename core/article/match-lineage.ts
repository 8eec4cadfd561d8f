import { longestCommonSubsequence } from "./longest-common-subsequence";

/** A text as it is compared: equal keys are the same text, and words say how like two texts are. */
export type LineageItem = { readonly key: string; readonly text: string };

export type Lineage = {
  /** For each new text the old one it goes on from, or `null`; an old one has at most one heir. */
  readonly from: readonly (number | null)[];
  /** For each new text the other old ones that were merged into it. */
  readonly merged: readonly (readonly number[])[];
};

// Below this share of common letters two texts are strangers; watched by "a rewritten paragraph is a new one".
const minSimilarity = 0.5;
// A part of a text must lie in it almost wholly, and be long enough not to do so by chance.
const minContainment = 0.75;
const minPartLetters = 12;
// A few words ("The third column") stand together in other texts as well: of them each letter must be there.
const sureLetters = 36;
// Far from where it stood a text must be more alike, long enough, and clearly more so than any other.
const minFarSimilarity = 0.6;
const minFarLetters = 20;
const farLead = 0.8;
// A word that stands in more texts than this tells nothing and would make the search slow.
const maxPostings = 200;

/**
 * Says what became of a list of texts: first equal ones in order, then equal ones that moved, then alike ones in the gaps
 * between, then alike ones that moved. An old text that stands there more than once is only told from its equals by both
 * its neighbours; `isRepeated` and `isKnown` may know of more texts than the list holds. Where a text was split the larger part is its heir; where several were merged the largest is the one continued.
 */
export function matchLineage(
  olds: readonly LineageItem[],
  news: readonly LineageItem[],
  isRepeated: (key: string) => boolean = repetition(olds),
  isKnown: (key: string) => boolean = presence(olds),
): Lineage {
  const from: (number | null)[] = news.map(() => null);
  const merged: number[][] = news.map(() => []);
  const heirs = new Set<number>();
  const inherit = (o: number, n: number) => {
    from[n] = o;
    heirs.add(o);
  };
  const pairs = longestCommonSubsequence(
    olds.map(({ key }) => key),
    news.map(({ key }) => key),
  );
  const isOwn = (item: LineageItem | undefined) => item !== undefined && !isRepeated(item.key);
  // What stood there word for word is that text or a copy of it, never another one that was changed.
  const isOther = (item: LineageItem | undefined) => item !== undefined && !isKnown(item.key);
  const certain = pairs.filter(([o]) => isOwn(olds[o]));
  for (const [o, n] of certain) inherit(o, n);
  for (const [o, n] of movedPairs(olds, news, heirs, from)) {
    if (isOwn(olds[o])) inherit(o, n);
  }
  for (const [o, n] of betweenNeighbours(olds, news, from, isRepeated)) inherit(o, n);
  let oldStart = 0;
  let newStart = 0;
  for (const [oldEnd, newEnd] of [...certain, [olds.length, news.length] as const]) {
    const oldGap = range(oldStart, oldEnd).filter((o) => !heirs.has(o) && isOwn(olds[o]));
    const newGap = range(newStart, newEnd).filter((n) => from[n] === null && isOther(news[n]));
    const held = new Map<number, number>();
    for (const { o, n, isPart, oldLetters, newLetters } of alikePairs(olds, news, oldGap, newGap)) {
      if (heirs.has(o)) continue;
      const letters = (held.get(n) ?? 0) + oldLetters;
      if (from[n] === null) inherit(o, n);
      else if (isPart && newLetters >= minContainment * letters) {
        merged[n]?.push(o);
        heirs.add(o);
      } else continue; // two that say nearly the same were not both put into one
      held.set(n, letters);
    }
    oldStart = oldEnd + 1;
    newStart = newEnd + 1;
  }
  const freeOlds = range(0, olds.length).filter((o) => !heirs.has(o) && isOwn(olds[o]));
  const freeNews = range(0, news.length).filter((n) => from[n] === null && isOther(news[n]));
  for (const [o, n] of changedAndMoved(olds, news, freeOlds, freeNews)) inherit(o, n);
  for (const [o, n] of betweenNeighbours(olds, news, from, isRepeated)) inherit(o, n);
  return { from, merged };
}

/** Whether a key stands more than once among the old texts; of several equal new ones any may go on from a single old one. */
export function repetition(olds: readonly LineageItem[]): (key: string) => boolean {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { key } of olds) {
    if (seen.has(key)) repeated.add(key);
    seen.add(key);
  }
  return (key) => repeated.has(key);
}

/** Whether a key stands among the old texts. */
export function presence(olds: readonly LineageItem[]): (key: string) => boolean {
  const keys = new Set(olds.map(({ key }) => key));
  return (key) => keys.has(key);
}

/**
 * Repeated texts between known neighbours ("Dear Hanne," between its date and its letter): counted on from the one before
 * and counted back from the one behind they must be the same old text. Where one of several is gone the two disagree.
 */
function betweenNeighbours(
  olds: readonly LineageItem[],
  news: readonly LineageItem[],
  from: readonly (number | null)[],
  isRepeated: (key: string) => boolean,
): [number, number][] {
  const taken = new Set(from);
  const countOn = (places: readonly number[], step: 1 | -1) => {
    const reached = new Map<number, number>();
    let last: number | null = step === 1 ? -1 : olds.length;
    for (const n of places) {
      const known = from[n] ?? null;
      const next: number | null = last === null ? null : last + step;
      const isNext: boolean =
        next !== null && olds[next]?.key === news[n]?.key && isRepeated(news[n]?.key ?? "");
      last = known ?? (isNext && !taken.has(next) ? next : null);
      if (known === null && last !== null) reached.set(n, last);
    }
    return reached;
  };
  const places = range(0, news.length);
  const on = countOn(places, 1);
  const back = countOn(places.toReversed(), -1);
  return [...on].flatMap(([n, o]): [number, number][] => (back.get(n) === o ? [[o, n]] : []));
}

/** Texts that moved and were changed as well: those that are each other's likeness, with no rival near. */
function changedAndMoved(
  olds: readonly LineageItem[],
  news: readonly LineageItem[],
  freeOlds: readonly number[],
  freeNews: readonly number[],
): [number, number][] {
  const alike = alikePairs(olds, news, freeOlds, freeNews);
  const rivals = (pair: Alike) =>
    alike.filter((other) => other !== pair && (other.o === pair.o || other.n === pair.n));
  return alike
    .filter(({ likeness, shared }) => likeness >= minFarSimilarity && shared >= minFarLetters)
    .filter((pair) => rivals(pair).every(({ shared }) => shared < farLead * pair.shared))
    .map(({ o, n }) => [o, n]);
}

/** Equal texts that stand only once on either side, out of order. */
function movedPairs(
  olds: readonly LineageItem[],
  news: readonly LineageItem[],
  heirs: ReadonlySet<number>,
  from: readonly (number | null)[],
): [number, number][] {
  const left = onlyPlaces(olds, (o) => !heirs.has(o));
  const right = onlyPlaces(news, (n) => from[n] === null);
  return [...right].flatMap(([key, n]): [number, number][] => {
    const o = left.get(key);
    return o === undefined ? [] : [[o, n]];
  });
}

function onlyPlaces(
  items: readonly LineageItem[],
  isFree: (index: number) => boolean,
): Map<string, number> {
  const places = new Map<string, number>();
  const seen = new Set<string>();
  items.forEach(({ key, text }, index) => {
    if (!isFree(index) || lettersOf(wordsOf(text)) < minPartLetters) return;
    if (seen.has(key)) places.delete(key);
    else places.set(key, index);
    seen.add(key);
  });
  return places;
}

type Alike = {
  readonly o: number;
  readonly n: number;
  /** In letters: what they share, and how long they are. */
  readonly shared: number;
  readonly oldLetters: number;
  readonly newLetters: number;
  readonly likeness: number;
  readonly isPart: boolean;
};

/** Related texts of a gap, those that share most first. */
function alikePairs(
  olds: readonly LineageItem[],
  news: readonly LineageItem[],
  oldGap: readonly number[],
  newGap: readonly number[],
): Alike[] {
  if (oldGap.length === 0 || newGap.length === 0) return [];
  const oldWords = new Map(oldGap.map((o) => [o, wordsOf(olds[o]?.text ?? "")] as const));
  const postings = postingsOf(oldWords);
  const alike: Alike[] = [];
  for (const n of newGap) {
    const words = wordsOf(news[n]?.text ?? "");
    const newLetters = lettersOf(words);
    for (const [o, shared] of sharedLetters(words, postings)) {
      const old = oldWords.get(o) ?? new Map();
      const oldLetters = lettersOf(old);
      const likeness = (2 * shared) / (oldLetters + newLetters);
      const isLike = likeness >= minSimilarity;
      const isPart =
        shared >= minPartLetters &&
        shared >= minContainment * oldLetters &&
        (shared >= sureLetters || holds(news[n], olds[o]));
      const isWhole = shared >= minPartLetters && shared >= minContainment * newLetters;
      if (!isLike && !isPart && !isWhole) continue;
      if (isDoubled(old, words)) continue;
      alike.push({ o, n, shared, oldLetters, newLetters, likeness, isPart });
    }
  }
  return alike.sort((a, b) => b.shared - a.shared || a.o - b.o || a.n - b.n);
}

function holds(now: LineageItem | undefined, old: LineageItem | undefined): boolean {
  return now !== undefined && old !== undefined && now.text.includes(old.text.trim());
}

/** Whether nearly all words of a text stand twice as often in another: either half might be the old one. */
function isDoubled(old: Words, now: Words): boolean {
  let found = 0;
  for (const [word, count] of old) found += word.length * Math.min(now.get(word) ?? 0, 2 * count);
  return found >= 2 * minContainment * lettersOf(old);
}

type Words = ReadonlyMap<string, number>;

function wordsOf(text: string): Words {
  const words = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    words.set(word, (words.get(word) ?? 0) + 1);
  }
  return words;
}

function lettersOf(words: Words): number {
  return [...words].reduce((sum, [word, count]) => sum + word.length * count, 0);
}

function postingsOf(
  texts: ReadonlyMap<number, Words>,
): Map<string, { o: number; count: number }[]> {
  const postings = new Map<string, { o: number; count: number }[]>();
  for (const [o, words] of texts) {
    for (const [word, count] of words) {
      const list = postings.get(word);
      if (list) list.push({ o, count });
      else postings.set(word, [{ o, count }]);
    }
  }
  return postings;
}

function sharedLetters(
  words: Words,
  postings: ReadonlyMap<string, readonly { o: number; count: number }[]>,
): Map<number, number> {
  const shared = new Map<number, number>();
  for (const [word, count] of words) {
    const list = postings.get(word) ?? [];
    if (list.length > maxPostings) continue;
    for (const posting of list) {
      const letters = word.length * Math.min(count, posting.count);
      shared.set(posting.o, (shared.get(posting.o) ?? 0) + letters);
    }
  }
  return shared;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}
