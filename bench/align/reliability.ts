/** A bead's probability, and whether the gold has the bead. */
export type Forecast = { readonly probability: number; readonly isRight: boolean };

type Bin = {
  readonly beads: number;
  readonly meanProbability: number;
  readonly rightShare: number;
  /** Where the share of right beads lies with 95 % confidence, by E. B. Wilson's score interval (1927). */
  readonly interval: readonly [low: number, high: number];
};

export type Reliability = {
  readonly bins: readonly Bin[];
  /** Mean squared error of the probabilities, after G. W. Brier (1950): the smaller, the better. */
  readonly brier: number;
  /** The same, had every bead been given 0.99. */
  readonly brierOfConstant: number;
};

const leastBeads = 400;

/** Beads in order of their probability, in bins of at least 400, and how often those of each are right. */
export function reliability(forecasts: readonly Forecast[]): Reliability {
  const sorted = [...forecasts].sort((a, b) => a.probability - b.probability);
  const bins: Bin[] = [];
  for (let start = 0; start < sorted.length; ) {
    const rest = sorted.length - start;
    const size = rest < 2 * leastBeads ? rest : leastBeads * (bins.length < 4 ? 1 : 4);
    bins.push(binOf(sorted.slice(start, start + size)));
    start += size;
  }
  return {
    bins,
    brier: brier(forecasts, (each) => each.probability),
    brierOfConstant: brier(forecasts, () => 0.99),
  };
}

function binOf(forecasts: readonly Forecast[]): Bin {
  const beads = forecasts.length;
  const right = forecasts.filter(({ isRight }) => isRight).length;
  const sum = forecasts.reduce((total, { probability }) => total + probability, 0);
  return {
    beads,
    meanProbability: sum / beads,
    rightShare: right / beads,
    interval: wilson(right, beads),
  };
}

/** The 95 % score interval of a share. */
export function wilson(right: number, all: number): [low: number, high: number] {
  const z = 1.96;
  const share = right / all;
  const middle = share + (z * z) / (2 * all);
  const spread = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  const scale = 1 + (z * z) / all;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}

function brier(forecasts: readonly Forecast[], guess: (each: Forecast) => number): number {
  const errors = forecasts.map((each) => (guess(each) - (each.isRight ? 1 : 0)) ** 2);
  return errors.reduce((sum, error) => sum + error, 0) / Math.max(1, errors.length);
}
