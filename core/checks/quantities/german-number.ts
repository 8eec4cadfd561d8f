const units = "null ein zwei drei vier fünf sechs sieben acht neun".split(" ");
const teens = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(
  " ",
);
const tens = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" ");

const small = new Map<string, number>([
  ...units.map((word, value): [string, number] => [word, value]),
  ...teens.map((word, index): [string, number] => [word, 10 + index]),
  ...tens.map((word, index): [string, number] => [word, 20 + 10 * index]),
  ["eins", 1],
  ["eine", 1],
  ["zwo", 2],
  ["fünfe", 5],
]);

/** "siebenundachtzig" is 87, "neunzehnhundertachtundsechzig" 1968, "zweieinhalb" 2.5; takes a word in lower case. */
export function germanCardinal(word: string): number | null {
  const plain = word.replace(/dreissig/u, "dreißig");
  if (plain === "anderthalb" || plain === "anderthalbe") return 1.5;
  const halves = /^(\p{L}+)einhalb$/u.exec(plain)?.[1];
  if (halves !== undefined) return plus(belowHundred(halves), 0.5);
  const parts = divide(plain, "tausend");
  if (!parts) return belowThousand(plain);
  const thousands = parts.head === "" ? 1 : belowThousand(parts.head);
  const rest = parts.tail === "" ? 0 : belowThousand(parts.tail);
  return thousands === null || rest === null ? null : 1000 * thousands + rest;
}

function belowThousand(word: string): number | null {
  const parts = divide(word, "hundert");
  if (!parts) return belowHundred(word);
  const hundreds = parts.head === "" ? 1 : belowHundred(parts.head);
  const rest = parts.tail === "" ? 0 : belowHundred(parts.tail);
  return hundreds === null || rest === null ? null : 100 * hundreds + rest;
}

function belowHundred(word: string): number | null {
  const known = small.get(word);
  if (known !== undefined) return known;
  const [, unit, ten] = /^(\p{L}+?)und(\p{L}+zig|dreißig)$/u.exec(word) ?? [];
  if (unit === undefined || ten === undefined) return null;
  const units = small.get(unit);
  const tens = small.get(ten);
  return units === undefined || tens === undefined || units > 9 ? null : units + tens;
}

function divide(word: string, at: string): { head: string; tail: string } | null {
  const place = word.indexOf(at);
  if (place < 0) return null;
  return { head: word.slice(0, place), tail: word.slice(place + at.length).replace(/^und/u, "") };
}

function plus(value: number | null, more: number): number | null {
  return value === null ? null : value + more;
}

const irregularOrdinals = new Map([
  ["erst", 1],
  ["dritt", 3],
  ["siebt", 7],
  ["siebent", 7],
  ["acht", 8],
]);

/** "dritte" is 3, "zwanzigsten" 20, "zweitens" 2; takes a word in lower case. */
export function germanOrdinal(word: string): number | null {
  const stem = /^(\p{L}+?)(?:e|er|en|em|es|ens)$/u.exec(word)?.[1];
  if (stem === undefined) return null;
  const irregular = irregularOrdinals.get(stem);
  if (irregular !== undefined) return irregular;
  if (stem.endsWith("st")) {
    const value = germanCardinal(stem.slice(0, -2));
    if (value !== null && value >= 20) return value;
  }
  const value = stem.endsWith("t") ? germanCardinal(stem.slice(0, -1)) : null;
  return value !== null && value >= 2 && value < 20 ? value : null;
}

/** "Sechzigerjahre", "Zwanzigern": the first year of the decade without its century. */
export function germanDecade(word: string): number | null {
  const stem = /^(\p{L}+?)er(?:n|jahre|jahren)?$/u.exec(word)?.[1];
  const value = stem === undefined ? undefined : small.get(stem);
  return value !== undefined && value >= 20 ? value : null;
}
