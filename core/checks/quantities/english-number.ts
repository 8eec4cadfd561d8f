const units = "zero one two three four five six seven eight nine".split(" ");
const teens =
  "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const magnitudes = new Map([
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);
const ordinals =
  "- - - third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

const cardinalWords = new Map<string, number>([
  ...units.map((word, value): [string, number] => [word, value]),
  ...teens.map((word, index): [string, number] => [word, 10 + index]),
  ...tens.map((word, index): [string, number] => [word, 20 + 10 * index]),
]);
const ordinalWords = new Map<string, number>([
  ...ordinals.flatMap((word, value): [string, number][] => (word === "-" ? [] : [[word, value]])),
  ...tens.map((word, index): [string, number] => [`${word.slice(0, -1)}ieth`, 20 + 10 * index]),
  ["first", 1],
  ["second", 2],
  ["hundredth", 100],
  ["thousandth", 1000],
]);

export type EnglishToken = { readonly text: string; readonly start: number; readonly end: number };

export type EnglishNumber = {
  readonly value: number;
  readonly magnitude: number;
  readonly isOrdinal: boolean;
  /** How many tokens it takes. */
  readonly length: number;
};

/** The number that begins at a token: "eighty-seven", "one hundred and twenty", "four and a half", "nineteen sixty-eight", "thirty-fourth". */
export function englishNumberAt(tokens: readonly EnglishToken[], at: number): EnglishNumber | null {
  const word = (offset: number) => tokens[at + offset]?.text ?? "";
  const head = ordinalWords.get(word(0));
  if (head !== undefined) return { value: head, magnitude: 1, isOrdinal: true, length: 1 };
  const isArticle = word(0) === "a" && (word(1) === "hundred" || magnitudes.has(word(1)));
  if (!cardinalWords.has(word(0)) && !isArticle) return null;

  let total = 0;
  let current = 0;
  let magnitude = 1;
  let length = 0;
  let last = 0;
  if (isArticle) {
    current = 1;
    length = 1;
  }
  for (; ; length += 1) {
    const text = word(length);
    const value = cardinalWords.get(text);
    if (value !== undefined && fits(value, last, length)) {
      if (last >= 10 && last < 21 && value >= 10) current = 100 * current + value;
      else current += value;
      last = value;
    } else if (text === "hundred" && current > 0 && current < 100) {
      current *= 100;
      last = 100;
    } else if (magnitudes.has(text) && current > 0) {
      magnitude = magnitudes.get(text) ?? 1;
      total += current * magnitude;
      current = 0;
      last = magnitude;
    } else if (text === "million" && last === 1e3 && current === 0) {
      // "a thousand million"
      total *= 1e6;
      magnitude = 1e9;
    } else if (text === "and" && last >= 100 && cardinalWords.has(word(length + 1))) {
    } else if (
      ordinalWords.has(text) &&
      last >= 20 &&
      last !== 1 &&
      (ordinalWords.get(text) ?? 99) < 10
    ) {
      const value = total + current + (ordinalWords.get(text) ?? 0);
      return { value, magnitude, isOrdinal: true, length: length + 1 };
    } else break;
  }
  const isHalf = word(length) === "and" && word(length + 1) === "a" && word(length + 2) === "half";
  return {
    value: total + current + (isHalf ? 0.5 : 0),
    magnitude,
    isOrdinal: false,
    length: isHalf ? length + 3 : length,
  };
}

/** Whether a number word goes on with the one before: "twenty" with "three", "hundred" with "twelve", "nineteen" with "sixty". */
function fits(value: number, last: number, length: number): boolean {
  if (length === 0) return true;
  if (last >= 100) return value < 100;
  if (last >= 20) return value < 10 && value > 0;
  return last >= 11 && last < 20 && value >= 20;
}

/** "nineties": the first year of the decade without its century. */
export function englishDecade(word: string): number | null {
  if (!word.endsWith("ies")) return null;
  return cardinalWords.get(`${word.slice(0, -3)}y`) ?? null;
}
