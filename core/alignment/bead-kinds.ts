export type BeadKind = { readonly de: number; readonly en: number; readonly logPrior: number };

/** How often translators do what. News, 2015–2023; one-sided sentences are estimated anew in each document. */
const shares: readonly (readonly [de: number, en: number, share: number])[] = [
  [1, 1, 0.9],
  [1, 0, 0.01],
  [0, 1, 0.01],
  [2, 1, 0.035],
  [1, 2, 0.035],
  [2, 2, 0.004],
  [1, 3, 0.004],
  [3, 1, 0.004],
  [2, 3, 0.0012],
  [3, 2, 0.0012],
  [1, 4, 0.0008],
  [4, 1, 0.0008],
  [3, 3, 0.0003],
  [2, 4, 0.0002],
  [4, 2, 0.0002],
  [3, 4, 0.0001],
  [4, 3, 0.0001],
  [4, 4, 0.00005],
];

const beadKinds: readonly BeadKind[] = shares.map(kindOf);

/** Verse against prose: lines by the handful against one sentence. */
const longKinds: readonly BeadKind[] = [5, 6, 7, 8, 9].flatMap((size) => [
  kindOf([1, size, 0.0004]),
  kindOf([size, 1, 0.0004]),
]);

function kindOf([de, en, share]: (typeof shares)[number]): BeadKind {
  return { de, en, logPrior: Math.log(share) };
}

// Between prose and prose the sides have nearly as many sentences; the long kinds would only cost time there.
const unevenRatio = 1.6;

/** The kinds worth looking for between sides of so many sentences. */
export function kindsFor(deLength: number, enLength: number): readonly BeadKind[] {
  const ratio = Math.max(deLength, enLength) / Math.max(1, Math.min(deLength, enLength));
  return ratio > unevenRatio ? [...beadKinds, ...longKinds] : beadKinds;
}

/** The kinds that nearly every step of a path is of: enough to find where it runs. */
export const commonKinds: readonly BeadKind[] = beadKinds.filter(({ de, en }) => de + en <= 3);
