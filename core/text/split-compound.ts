const links = ["", "s", "n", "en", "es", "er", "e"];
const minPart = 3;
const minCompound = 8;

/**
 * The parts of a German compound, as stems: "rohstoffpolitik" gives "rohstoff" and "politik" where `isKnown` knows both; `null` where no
 * division into two known words is found. Of several the one whose shorter part is longest is meant, best without a linking element.
 */
export function splitCompound(
  stem: string,
  isKnown: (stem: string) => boolean,
): readonly [first: string, second: string] | null {
  if (stem.length < minCompound) return null;
  let best: readonly [string, string] | null = null;
  let bestScore = 0;
  for (let at = minPart; at <= stem.length - minPart; at += 1) {
    const second = stem.slice(at);
    if (!isKnown(second)) continue;
    for (const link of links) {
      const first = stem.slice(0, at - link.length);
      if (first.length < minPart || !stem.slice(0, at).endsWith(link) || !isKnown(first)) continue;
      const score = Math.min(first.length, second.length) + (link === "" ? 0.5 : 0);
      if (score <= bestScore) continue;
      bestScore = score;
      best = [first, second];
    }
  }
  return best;
}
