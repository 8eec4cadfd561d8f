import { foldGerman } from "./stem-german";

const separable =
  "ab an auf aus bei dar durch ein empor entgegen fehl fern fest fort frei gegenuber gleich heim her heran heraus herbei herein herum herunter hervor hin hinaus hinein hinzu hoch kennen klar los mit nach nieder statt still teil uber um unter voran voraus vor vorbei weg weiter wieder zu zuruck zusammen".split(
    " ",
  );
const inseparable = "be emp ent er ge miss ver zer hinter wider".split(" ");

/** Longest first: "herausstellen" begins with "her" too. */
const prefixes = [...separable, ...inseparable].sort((a, b) => b.length - a.length);
const separableSet: ReadonlySet<string> = new Set(separable);

const minBase = 4;

export type PrefixedVerb = {
  readonly prefix: string;
  readonly base: string;
  readonly isSeparable: boolean;
};

/** An infinitive in its parts, folded: "darstellen" is "dar" and "stellen"; `null` for a verb without prefix. */
export function splitPrefix(infinitive: string): PrefixedVerb | null {
  const folded = foldGerman(infinitive);
  const prefix = prefixes.find(
    (each) => folded.startsWith(each) && folded.length - each.length >= minBase,
  );
  if (prefix === undefined) return null;
  return { prefix, base: folded.slice(prefix.length), isSeparable: separableSet.has(prefix) };
}

/**
 * Forms of a weak verb that a stemmer does not bring back to its infinitive, folded: "machen" gives "macht", "gemacht", "machend"; "vorstellen"
 * gives "vorstellt", "vorgestellt", "vorzustellen". Takes an infinitive; strong forms are a matter of a list.
 */
export function weakVerbForms(infinitive: string): string[] {
  const folded = foldGerman(infinitive);
  const stem = folded.replace(/e?n$/, "");
  if (stem === folded || stem.length < 3) return [];
  const parts = splitPrefix(infinitive);
  const prefix = parts?.isSeparable ? parts.prefix : "";
  const base = stem.slice(prefix.length);
  const ending = /[td]$|[^lrhaeiou][mn]$/.test(base) ? "et" : "t";
  const hasGe = !(parts && !parts.isSeparable) && !base.endsWith("ier");
  return [
    `${stem}${ending}`,
    `${stem}end`,
    hasGe ? `${prefix}ge${base}${ending}` : `${prefix}${base}${ending}`,
    ...(prefix === "" ? [] : [`${prefix}zu${folded.slice(prefix.length)}`]),
  ];
}

/** A strong form of a base verb under a prefix: "an" and "genommen"; "ver" and "genommen" make "vernommen". */
export function prefixedForm({ prefix, isSeparable }: PrefixedVerb, form: string): string {
  const folded = foldGerman(form);
  return prefix + (isSeparable ? folded : folded.replace(/^ge(?=.{3})/, ""));
}
