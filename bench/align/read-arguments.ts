import { type Layer, layers } from "../../scripts/dictionary/load-lexicon";

export type Arguments = {
  readonly folder: string | null;
  readonly layer: Layer | null;
  readonly caseName: string | null;
  readonly isJson: boolean;
};

export const usage =
  "Usage: npm run bench:align -- [--data DIR] [--lexicon none|built-in|dictionary] [--case NAME] [--json]";

/** `null` where the command is wrong. */
export function readArguments(argv: readonly string[]): Arguments | null {
  let folder: string | null = null;
  let layer: Layer | null = null;
  let caseName: string | null = null;
  let isJson = false;
  const words = [...argv];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === "--json") {
      isJson = true;
      continue;
    }
    const value = words.shift();
    if (value === undefined) return null;
    if (word === "--data") folder = value;
    else if (word === "--case") caseName = value;
    else if (word === "--lexicon") {
      layer = layers.find((each) => each === value) ?? null;
      if (!layer) return null;
    } else return null;
  }
  return { folder, layer, caseName, isJson };
}
