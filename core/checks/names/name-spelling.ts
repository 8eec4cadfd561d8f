import { stemEnglish } from "../../text/stem-english";
import { stemGerman } from "../../text/stem-german";
import { foldName, soundOf, spellOut } from "./fold-name";

/** A word in the ways in which it may be compared with one of the other language. */
export type NameSpelling = {
  /** Without a genitive after an apostrophe. */
  readonly plain: string;
  /** Without any genitive: "Marlenes", "Husićs". */
  readonly bare: string;
  readonly folded: string;
  readonly spelledOut: string;
  readonly sound: string;
  /** The same of the name with whatever it ends in. */
  readonly whole: { readonly spelledOut: string; readonly sound: string };
  readonly stem: Readonly<Record<"de" | "en", string>>;
};

/** Reads words, each only once: every name is compared with every word of the sentence that translates it. */
export function nameSpellings(): (word: string) => NameSpelling {
  const known = new Map<string, NameSpelling>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const spelling = spell(word);
    known.set(word, spelling);
    return spelling;
  };
}

function spell(word: string): NameSpelling {
  const plain = plainName(word);
  const bare = withoutEnding(plain);
  const lower = plain.toLowerCase();
  return {
    plain,
    bare,
    folded: foldName(plain),
    spelledOut: spellOut(bare),
    sound: soundOf(bare),
    whole: { spelledOut: spellOut(plain), sound: soundOf(plain) },
    stem: { de: stemGerman(lower), en: stemEnglish(lower) },
  };
}

export function plainName(word: string): string {
  return word.replace(/[’'](?:s|S)?$/u, "");
}

export function withoutEnding(word: string): string {
  return word.length > 4 ? word.replace(/s$/u, "") : word;
}
