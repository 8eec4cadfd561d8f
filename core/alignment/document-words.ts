import type { Language } from "../article/language";
import { findWords } from "../text/find-words";
import { numberWord } from "../text/number-word";
import { stemEnglish } from "../text/stem-english";
import { stemGerman } from "../text/stem-german";

/** The words of one side of a document, as stems, by number; sentence s has those from `starts[s]` to `starts[s + 1] - 1`. */
export type DocumentWords = {
  readonly starts: Int32Array;
  /** Each word of a sentence once, in order of its first place. */
  readonly words: Int32Array;
  /** Beside each word how often it stands in that sentence. */
  readonly counts: Uint16Array;
  /** How many words a sentence has, repeated ones repeatedly. */
  readonly totals: Int32Array;
  readonly stems: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** How often a word stands in this side, out of all its words; smoothed, so that words met once are not thought rare beyond measure. */
  readonly background: Float64Array;
  /** In how many sentences a word stands. */
  readonly spread: Int32Array;
};

// As if so many words more had been read: a short document overstates how rare its words are.
const unread = 5000;

/** Reads the words of all sentences of a side. */
export function documentWords(sentences: readonly string[], language: Language): DocumentWords {
  const stem = language === "de" ? stemGerman : stemEnglish;
  const byForm = new Map<string, number>();
  const numbers = new Map<string, number>();
  const numberOf = (form: string) => {
    const known = byForm.get(form);
    if (known !== undefined) return known;
    const term = form.startsWith("#") ? form : (numberWord(form, language) ?? stem(form));
    const number = numbers.get(term) ?? numbers.size;
    numbers.set(term, number);
    byForm.set(form, number);
    return number;
  };
  const starts = new Int32Array(sentences.length + 1);
  const totals = new Int32Array(sentences.length);
  const words: number[] = [];
  const counts: number[] = [];
  sentences.forEach((sentence, index) => {
    const inSentence = new Map<number, number>();
    for (const { text } of findWords(sentence)) {
      const number = numberOf(text);
      inSentence.set(number, (inSentence.get(number) ?? 0) + 1);
      totals[index] = (totals[index] ?? 0) + 1;
    }
    for (const [number, count] of inSentence) {
      words.push(number);
      counts.push(Math.min(count, 0xffff));
    }
    starts[index + 1] = words.length;
  });
  return {
    starts,
    words: Int32Array.from(words),
    counts: Uint16Array.from(counts),
    totals,
    stems: [...numbers.keys()],
    numbers,
    ...frequencies(words, counts, numbers.size),
  };
}

function frequencies(words: readonly number[], counts: readonly number[], size: number) {
  const occurrences = new Float64Array(size);
  const spread = new Int32Array(size);
  let all = 0;
  words.forEach((word, at) => {
    const count = counts[at] ?? 0;
    occurrences[word] = (occurrences[word] ?? 0) + count;
    spread[word] = (spread[word] ?? 0) + 1;
    all += count;
  });
  const whole = all + size / 2 + unread;
  return { background: occurrences.map((count) => (count + 0.5) / whole), spread };
}
