import type { Language } from "../article/language";
import type { Passage } from "./checked-document";
import type { PassageRule } from "./context";
import type { Flaw } from "./flaw";
import { measureAfter } from "./quantities/measures";

/** Hyphens for dashes ("Hund - ein Dackel -", "still--and"), English dashes in German, a dash without its space, "1618-1648". */
export const findDash: PassageRule = (passage, { facing }) => {
  if (passage.kind === "code") return [];
  const { text, side } = passage;
  const right = side === "de" ? " – " : "—";
  const flaw = (start: number, end: number, fix: string, habit?: string): Flaw => ({
    rule: "dash",
    side,
    span: { start, end },
    values: { text: text.slice(start, end), right: right.trim() },
    fix,
    ...(habit && { habit }),
  });
  const spaced = pairedSpans(
    text,
    /(?<=[\p{L}\p{N}"”“’‘»«).,!?…]) - (?=[\p{L}\p{N}"„“‚‘«»(])/gu,
  ).map(([start, end]) =>
    flaw(start, end, text.slice(start, end).replaceAll(" - ", " – "), "hyphens for dashes"),
  );
  const doubled = Array.from(
    text.matchAll(/(?<=[\p{L}\p{N}.,!?"”“)])--(?=[\p{L}\p{N}"„“ ])|(?<= )--(?= )/gu),
  ).map((match) =>
    flaw(match.index, match.index + 2, side === "de" ? "–" : "—", "hyphens for dashes"),
  );
  const emDashes =
    side === "de"
      ? pairedSpans(text, /(?<=\S) ?— ?(?=\S)/gu).map(([start, end]) =>
          flaw(start, end, text.slice(start, end).replace(/ ?— ?/gu, " – "), "em dashes"),
        )
      : [];
  return [
    ...spaced,
    ...doubled,
    ...emDashes,
    ...halfSpaced(text).map(({ start, end, fix }) => flaw(start, end, fix, "hyphens for dashes")),
    ...[...lopsided(text), ...glued(text, side)].map(({ start, end, fix }) =>
      flaw(start, end, fix),
    ),
    ...[...ranges(text), ...sharedRanges(text, facing(passage))].map(({ start, end, fix }) =>
      flaw(start, end, fix, "hyphens for dashes"),
    ),
  ];
};

/** Two in one sentence enclose something and are one flaw; others stand alone. */
function pairedSpans(text: string, expression: RegExp): [start: number, end: number][] {
  const spans: [number, number][] = [];
  for (const match of text.matchAll(expression)) {
    const end = match.index + match[0].length;
    const before = spans.at(-1);
    const isPair =
      before && before[1] - before[0] <= 3 && !/[.!?]\s/u.test(text.slice(before[1], match.index));
    if (isPair && match.index - before[1] < 120) before[1] = end;
    else spans.push([match.index, end]);
  }
  return spans;
}

type Fixed = { readonly start: number; readonly end: number; readonly fix: string };

/** "mit –ein Messer", "mit– ein Messer": a space on one side only; "–14 °C" is a minus, "Vor– " no word, "Herr von K– nach" a name that is not said. */
function lopsided(text: string): Fixed[] {
  return [
    ...Array.from(text.matchAll(/(?<=[\p{L},”“»)] )[–—](?=[\p{L}„“])/gu)).map((match) => ({
      start: match.index,
      end: match.index + 1,
      fix: "– ",
    })),
    ...Array.from(text.matchAll(/(?<=[\p{L}”“»)])(?<!(?<!\p{L})\p{Lu})[–—] (?=[\p{L}„“])/gu)).map(
      (match) => ({
        start: match.index,
        end: match.index + 2,
        fix: " – ",
      }),
    ),
  ];
}

/** "Hund- ein Dackel": a hyphen with a space on one side; "Ein- und Ausgang", "Vor- oder Nachteil" are right. */
function halfSpaced(text: string): Fixed[] {
  return Array.from(
    text.matchAll(
      /(?<=\p{L}{2})- (?=(?!und\b|oder\b|bzw\b|beziehungsweise\b|and\b|or\b|to\b|bis\b|sowie\b|wie\b|noch\b|aber\b|als\b|statt\b|nor\b|rather\b|but\b|versus\b)\p{Ll})|(?<=\p{Ll} )-(?=\p{Ll}{3,}(?:[ ,.]))/gu,
    ),
  ).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    fix: match[0] === "-" ? "– " : " – ",
  }));
}

/** "1618-1648": years are joined by a dash. */
function ranges(text: string): Fixed[] {
  return Array.from(
    text.matchAll(/(?<![\d\p{L}-])(1\d{3}|20\d{2})-(1\d{3}|20\d{2})(?![\d\p{L}-])/gu),
  ).flatMap((match) => {
    const end = match.index + match[0].length;
    const isYears =
      Number(match[1]) < Number(match[2]) &&
      !measureAfter(text, end, "de") &&
      !measureAfter(text, end, "en");
    return isYears ? [{ start: match.index, end, fix: match[0].replace("-", "–") }] : [];
  });
}

/** "still–und": in German a dash between words has spaces, unless it means "to": "Mai–September", "Köln–Bonn". */
function glued(text: string, side: Language): Fixed[] {
  if (side === "en") return [];
  return Array.from(text.matchAll(/(?<=\p{L}{2})–(?=\p{Ll}{2})/gu)).map((match) => ({
    start: match.index,
    end: match.index + 1,
    fix: " – ",
  }));
}

/** "8-16 Uhr" where the other side has "8–16": the same range with a dash. */
function sharedRanges(text: string, facing: readonly Passage[]): Fixed[] {
  return Array.from(text.matchAll(/(?<![\d\p{L}-])(\d{1,4})-(\d{1,4})(?![\d\p{L}-])/gu)).flatMap(
    (match) => {
      const isYears = /^(?:1\d{3}|20\d{2})-(?:1\d{3}|20\d{2})$/u.test(match[0]);
      const isDashed = facing.some((other) => other.text.includes(match[0].replace("-", "–")));
      const span = { start: match.index, end: match.index + match[0].length };
      return isDashed && !isYears ? [{ ...span, fix: match[0].replace("-", "–") }] : [];
    },
  );
}
