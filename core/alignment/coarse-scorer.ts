import { type Band, cellOf } from "./band";
import type { BeadScorer } from "./find-path";
import type { LexicalScorer } from "./lexical-evidence";

/** Two sentences against one explain about so much of the sum of what each explains alone: they share the room. */
const together = 0.75;

/**
 * Scores beads of at most three sentences from comparisons of single sentences, each made once: exact for 1–1, close for 1–2 and 2–1, and
 * much cheaper than comparing passages. Good enough to find where the path runs.
 */
export function coarseScorer(band: Band, lexical: LexicalScorer, other: BeadScorer): BeadScorer {
  const gains = pairGains(band, lexical);
  return (kind, de, en) => {
    const plain = kind.logPrior + other(kind, de, en);
    if (kind.de === 0 || kind.en === 0) return plain;
    const first = cellOf(band, de, en);
    const last = cellOf(band, de + kind.de - 1, en + kind.en - 1);
    const cost = plain + lexical.cost(de, kind.de, en, kind.en);
    const english = gains.english[first] ?? 0;
    const german = gains.german[first] ?? 0;
    if (first === last) return cost + english + german;
    const nextEnglish = gains.english[last] ?? 0;
    const nextGerman = gains.german[last] ?? 0;
    return kind.en === 2
      ? cost + english + nextEnglish + shared(german, nextGerman)
      : cost + german + nextGerman + shared(english, nextEnglish);
  };
}

function shared(a: number, b: number): number {
  return Math.max(a, b, together * (a + b));
}

/** For each cell what its sentences explain of each other. */
function pairGains(band: Band, lexical: LexicalScorer) {
  const english = new Float32Array(band.size);
  const german = new Float32Array(band.size);
  const deLength = band.low.length - 1;
  const enLength = band.high[deLength] ?? 0;
  for (let de = 0; de < deLength; de += 1) {
    const start = band.low[de] ?? 0;
    const end = Math.min(enLength, (band.high[de] ?? 0) + 1);
    lexical.prepare(de, start, end);
    for (let en = start; en < end; en += 1) {
      const cell = cellOf(band, de, en);
      english[cell] = lexical.gainInEnglish(de, 1, en, 1);
      german[cell] = lexical.gainInGerman(de, 1, en, 1);
    }
  }
  return { english, german };
}
