export type BeadKind = { readonly de: number; readonly en: number; readonly logPrior: number };

/** How often translators do what; beads larger than three sentences on a side are not looked for in this form. */
export const beadKinds: readonly BeadKind[] = [
  { de: 1, en: 1, logPrior: Math.log(0.9) },
  { de: 1, en: 0, logPrior: Math.log(0.01) },
  { de: 0, en: 1, logPrior: Math.log(0.01) },
  { de: 2, en: 1, logPrior: Math.log(0.035) },
  { de: 1, en: 2, logPrior: Math.log(0.035) },
  { de: 2, en: 2, logPrior: Math.log(0.004) },
  { de: 3, en: 1, logPrior: Math.log(0.003) },
  { de: 1, en: 3, logPrior: Math.log(0.003) },
];

/** The kinds that nearly every step of a path is of: enough to find where it runs. */
export const commonKinds: readonly BeadKind[] = beadKinds.filter(({ de, en }) => de + en <= 3);
