import { intlNames } from "../../alignment/intl-names";
import { stemEnglish } from "../../text/stem-english";
import { stemGerman } from "../../text/stem-german";
import { englishNames, germanNames } from "./name-pairs";
import type { NameSpelling } from "./name-spelling";

let toEnglish: Map<string, Set<string>> | undefined;
let toGerman: Map<string, Set<string>> | undefined;

function build(): { toEnglish: Map<string, Set<string>>; toGerman: Map<string, Set<string>> } {
  const forth = new Map<string, Set<string>>();
  const back = new Map<string, Set<string>>();
  for (const [german, english] of intlNames()) {
    forth.set(german, (forth.get(german) ?? new Set()).add(english));
    back.set(english, (back.get(english) ?? new Set()).add(german));
  }
  return { toEnglish: forth, toGerman: back };
}

/** Whether both are one name by the runtime's tables or by ours. */
export function isInTables(german: NameSpelling, english: NameSpelling): boolean {
  if (!toEnglish || !toGerman) ({ toEnglish, toGerman } = build());
  if (toEnglish.get(german.stem.de)?.has(english.stem.en)) return true;
  const [de, en] = [german.plain.toLowerCase(), english.plain.toLowerCase()];
  const inOurs =
    englishNames.get(de)?.includes(en) ??
    englishNames.get(de.replace(/s$/u, ""))?.includes(en.replace(/s$/u, ""));
  return inOurs === true;
}

/** What the other language calls a name, by the tables; stems or words in lower case. */
export function otherNamesOf(name: string, language: "de" | "en"): readonly string[] {
  if (!toEnglish || !toGerman) ({ toEnglish, toGerman } = build());
  const lower = name.toLowerCase();
  return language === "de"
    ? [
        ...(toEnglish.get(stemGerman(lower)) ?? []),
        ...(englishNames.get(lower) ?? englishNames.get(lower.replace(/s$/u, "")) ?? []),
      ]
    : [...(toGerman.get(stemEnglish(lower)) ?? []), ...(germanNames.get(lower) ?? [])];
}

/** Whether a word is a name by one of the tables. */
export function isTableName(word: string, language: "de" | "en"): boolean {
  if (!toEnglish || !toGerman) ({ toEnglish, toGerman } = build());
  const lower = word.toLowerCase();
  return language === "de"
    ? toEnglish.has(stemGerman(lower)) || englishNames.has(lower)
    : toGerman.has(stemEnglish(lower)) || germanNames.has(lower);
}
