import type { Language } from "../../article/language";
import type { Quantity } from "./quantity";

export type QuantityPair = Readonly<Record<Language, Quantity>>;

/** What the quantities of two texts have to do with each other. */
export type MatchedQuantities = {
  /** Those that say the same. */
  readonly equal: readonly QuantityPair[];
  /** Those that would say the same, were one of them written by the other language's marks. */
  readonly misread: readonly (QuantityPair & { readonly side: Language })[];
  /** Those that stand where the other side says something else of the same kind. */
  readonly different: readonly QuantityPair[];
  /** Those without any counterpart. */
  readonly alone: Readonly<Record<Language, readonly Quantity[]>>;
};

type Lists = Record<Language, Quantity[]>;

/** Pairs the quantities of both sides: the clearest agreement first, nearest in order. */
export function matchQuantities(
  de: readonly Quantity[],
  en: readonly Quantity[],
): MatchedQuantities {
  const left: Lists = { de: [...de], en: [...en] };
  const equal: QuantityPair[] = [];
  for (const agree of agreements) equal.push(...takePairs(left, agree));
  const misread = [
    ...takePairs(left, (a, b) => b.misread !== null && near(b.misread, a.value)).map((pair) => ({
      ...pair,
      side: "en" as const,
    })),
    ...takePairs(left, (a, b) => a.misread !== null && near(a.misread, b.value)).map((pair) => ({
      ...pair,
      side: "de" as const,
    })),
    ...takePairs(
      left,
      (a, b) => a.misread !== null && b.misread !== null && near(a.misread, b.misread),
    ).map((pair) => ({ ...pair, side: "de" as const })),
  ];
  dropShared(left, equal);
  const different = [
    ...takePairs(left, (a, b) => isSolid(a, b) && a.kind === b.kind && a.kind !== "number"),
    ...takePairs(left, (a, b) => isSolid(a, b) && isDay(a) && isDay(b)),
    ...takePairs(left, areTimesApart),
    ...takePairs(left, areWordsApart),
    ...takePairs(
      left,
      (a, b) => isSolid(a, b) && a.kind === "number" && b.kind === "number" && mayBeMeant(a, b),
    ),
  ];
  return { equal, misread, different, alone: left };
}

function isSolid(a: Quantity, b: Quantity): boolean {
  return !a.isSoft && !b.isSoft;
}

/** "18.20 Uhr" and a bare "18:30"; "Mitternacht" and "noon". */
function areTimesApart(a: Quantity, b: Quantity): boolean {
  if (a.kind !== "time" || b.kind !== "time") return false;
  return !a.isSoft || !b.isSoft || (a.half !== null && b.half !== null && a.half !== b.half);
}

/** "die Hälfte" and "a third", "ein Dutzend" and "ten", "dritte" and "second": vague beside nothing, but not beside another number word. */
function areWordsApart(a: Quantity, b: Quantity): boolean {
  if (a.isSoft === b.isSoft || a.form !== "word" || b.form !== "word") return false;
  const [soft, solid] = a.isSoft ? [a, b] : [b, a];
  if (a.measure || b.measure) return false;
  if (soft.isOrdinal) return solid.isOrdinal && soft.value === 2 && solid.value < 20;
  return soft.value === 0.5 && solid.kind === "fraction";
}

function isDay(each: Quantity): boolean {
  return each.kind === "date" || each.kind === "month";
}

type Agreement = (de: Quantity, en: Quantity) => boolean;

const agreements: readonly Agreement[] = [
  (a, b) => isSolid(a, b) && a.measure?.name === b.measure?.name && sameValue(a, b),
  (a, b) => isSolid(a, b) && sameValue(a, b),
  (a, b) => sameValue(a, b),
  (a, b) => isConverted(a, b),
  (a, b) => isMonthOfDate(a, b) || isMonthOfDate(b, a),
  (a, b) => isDayOfDate(a, b) || isDayOfDate(b, a),
  (a, b) => isClockNumber(a, b) || isClockNumber(b, a),
  (a, b) => shortYear(a, b) || shortYear(b, a),
  (a, b) => isCentury(a, b) || isCentury(b, a),
  (a, b) => isPart(a, b) || isPart(b, a),
  (a, b) => isTimesAsMuch(a, b) || isTimesAsMuch(b, a),
];

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));
}

function sameValue(a: Quantity, b: Quantity): boolean {
  if (a.kind === "time" && b.kind === "time") return sameTime(a, b);
  const isNumeric = (each: Quantity) => each.kind === "number" || each.kind === "fraction";
  if (a.kind !== b.kind && !(isNumeric(a) && isNumeric(b))) return false;
  return (
    near(a.value, b.value) ||
    a.alternatives.some((value) => near(value, b.value)) ||
    b.alternatives.some((value) => near(value, a.value))
  );
}

/** "18.30 Uhr" is "6:30 p.m."; "halb sieben" may be both. */
function sameTime(a: Quantity, b: Quantity): boolean {
  if ((a.value - b.value) % 720 !== 0) return false;
  return a.half === null || b.half === null || a.half === b.half;
}

/** "bis 14 Uhr" and "8 to 2 p.m." leave an hour without a name on one side. */
function isClockNumber(time: Quantity, number: Quantity): boolean {
  if (time.kind !== "time" || number.kind !== "number" || number.measure) return false;
  const hour = number.value;
  const minutes = Number.isInteger(hour)
    ? 60 * hour
    : 60 * Math.floor(hour) + Math.round(100 * (hour % 1));
  return (
    (time.value - minutes) % 720 === 0 ||
    (number.misread !== null &&
      (time.value - 60 * Math.floor(number.misread) - Math.round(100 * (number.misread % 1))) %
        720 ===
        0)
  );
}

function isMonthOfDate(date: Quantity, month: Quantity): boolean {
  if (date.kind !== "date" || month.kind !== "month") return false;
  return Math.floor(date.value / 100) === month.value;
}

/** "vom 10. bis zum 26. Mai", "from May 10 to the 26th" */
function isDayOfDate(date: Quantity, day: Quantity): boolean {
  return (
    date.kind === "date" && day.kind === "number" && day.isOrdinal && date.value % 100 === day.value
  );
}

/** '68 and 1968, the sixties and 1960 */
function shortYear(short: Quantity, long: Quantity): boolean {
  if (long.kind !== "number" || long.value < 1000 || long.value > 2099) return false;
  return (
    (short.kind === "number" || short.kind === "decade") && near(short.value, long.value % 100)
  );
}

/** "the mid-1600s", "des 17. Jahrhunderts" */
function isCentury(decade: Quantity, ordinal: Quantity): boolean {
  return (
    decade.kind === "decade" && ordinal.isOrdinal && decade.alternatives.includes(ordinal.value)
  );
}

/** "Drei von vier" is three-quarters: numerator and denominator may stand apart. */
function isPart(fraction: Quantity, number: Quantity): boolean {
  if (fraction.kind !== "fraction" || number.kind !== "number") return false;
  const percent = 100 * fraction.value;
  return (
    near(number.value, 1 / fraction.value) ||
    Math.abs(number.value - percent) < 1 ||
    near(number.value, 60 * fraction.value) ||
    near(number.value, 12 * fraction.value) ||
    [2, 3, 4, 5, 6, 8, 10].some(
      (parts) =>
        number.value === parts && near(fraction.value * parts, Math.round(fraction.value * parts)),
    )
  );
}

/** "das 1,2-Fache" is 120 per cent. */
function isTimesAsMuch(percent: Quantity, times: Quantity): boolean {
  if (percent.measure?.name !== "percent" || times.kind !== "number" || times.measure) return false;
  return times.value > 1 && near(percent.value, 100 * times.value);
}

// 98 feet are 29.87 metres: converted measures are rounded.
const rounding = 0.06;

function isConverted(a: Quantity, b: Quantity): boolean {
  if (!a.measure || !b.measure || a.measure.dimension !== b.measure.dimension) return false;
  if (a.measure.dimension === "temperature") return isTemperature(a, b) || isTemperature(b, a);
  if (isHundredth(a, b) || isHundredth(b, a)) return true;
  if (a.measure.factor === 0 || b.measure.factor === 0 || a.measure.dimension === "percent")
    return false;
  if (a.measure.name === b.measure.name) return false;
  const [x, y] = [a.value * a.measure.factor, b.value * b.measure.factor];
  const isNear = (other: number) => Math.abs(x - other) <= rounding * Math.max(x, other);
  return isNear(y) || (b.measure.name === "gallon" && isNear(y * imperialPerUs));
}

const imperialPerUs = 1.201;

/** "35 Cent" are "€0.35", "1,2 Promille" are 0.12 %. */
function isHundredth(small: Quantity, large: Quantity): boolean {
  const parts = partsOf[small.measure?.name ?? ""];
  return (
    parts !== undefined &&
    parts.whole === large.measure?.name &&
    near(small.value, parts.count * large.value)
  );
}

const partsOf: Readonly<Record<string, { readonly whole: string; readonly count: number }>> = {
  cent: { whole: "euro", count: 100 },
  penny: { whole: "pound", count: 100 },
  pfennig: { whole: "mark", count: 100 },
  "per mille": { whole: "percent", count: 10 },
};

function isTemperature(celsius: Quantity, fahrenheit: Quantity): boolean {
  const mayBe = (each: Quantity, name: string) =>
    each.measure?.name === name || each.measure?.name === "degree";
  if (!mayBe(celsius, "degree Celsius") || !mayBe(fahrenheit, "degree Fahrenheit")) return false;
  const apart = Math.abs((celsius.value * 9) / 5 + 32 - fahrenheit.value);
  // An oven's 180 °C are its 350 °F.
  return apart <= (fahrenheit.value >= 200 && fahrenheit.value % 25 === 0 ? 12 : 2);
}

/** A number that is said again, or given in another unit beside it, is accounted for by its counterpart. */
function dropShared(left: Lists, equal: readonly QuantityPair[]): void {
  left.de = left.de.filter((each) => !equal.some(({ en }) => agrees(each, en)));
  left.en = left.en.filter((each) => !equal.some(({ de }) => agrees(de, each)));
}

function agrees(de: Quantity, en: Quantity): boolean {
  return sameValue(de, en) || isConverted(de, en);
}

/** Whether one of two numbers may be meant by the other: a year is no count of people. */
function mayBeMeant(a: Quantity, b: Quantity): boolean {
  if (a.measure && b.measure && a.measure.dimension !== b.measure.dimension) return false;
  if (a.magnitude !== b.magnitude && a.form === b.form) return true;
  if (a.form === b.form) return true;
  return Math.max(a.value, b.value) < 1000 || sameDigits(a, b);
}

function sameDigits(a: Quantity, b: Quantity): boolean {
  const digits = (value: number) => Array.from(String(value)).sort().join("");
  return digits(a.value) === digits(b.value);
}

/** Takes out of both lists what agrees, of several candidates the one nearest in order. */
function takePairs(left: Lists, agree: Agreement): QuantityPair[] {
  const pairs: QuantityPair[] = [];
  for (const de of [...left.de]) {
    const place = left.de.indexOf(de) / Math.max(1, left.de.length);
    let best: Quantity | null = null;
    let bestApart = Number.POSITIVE_INFINITY;
    left.en.forEach((en, index) => {
      if (!agree(de, en)) return;
      const apart = Math.abs(place - index / Math.max(1, left.en.length));
      if (apart < bestApart) {
        best = en;
        bestApart = apart;
      }
    });
    if (best === null) continue;
    const en: Quantity = best;
    pairs.push({ de, en });
    left.de.splice(left.de.indexOf(de), 1);
    left.en.splice(left.en.indexOf(en), 1);
  }
  return pairs;
}
