import { type Layer, layers } from "../../scripts/dictionary/load-lexicon";

type Arguments = {
  readonly folder: string | null;
  readonly layer: Layer | null;
  readonly caseName: string | null;
  readonly isJson: boolean;
};

type ArgumentsResult =
  | { readonly ok: true; readonly wanted: Arguments }
  /** What is wrong with the command, in one sentence. */
  | { readonly ok: false; readonly problem: string };

export const usage =
  "Usage: npm run bench:align -- [--data DIR] [--lexicon none|built-in|dictionary] [--case NAME] [--json]";

/** Reads what stands after `npm run bench:align --`. */
export function readArguments(argv: readonly string[]): ArgumentsResult {
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
    if (!["--data", "--lexicon", "--case"].includes(word))
      return { ok: false, problem: `There is no option ${word}.` };
    const value = words.shift();
    if (value === undefined || value.startsWith("--"))
      return { ok: false, problem: `${word} needs a value.` };
    if (word === "--data") folder = value;
    else if (word === "--case") caseName = value;
    else {
      layer = layers.find((each) => each === value) ?? null;
      if (!layer) return { ok: false, problem: `There is no lexicon ${value}.` };
    }
  }
  return { ok: true, wanted: { folder, layer, caseName, isJson } };
}
