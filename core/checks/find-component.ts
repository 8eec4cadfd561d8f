import { type Language, languages, otherLanguage } from "../article/language";
import type { Unit } from "./checked-document";
import type { Component } from "./checked-text";
import type { UnitRule } from "./context";
import { counterpartSpan } from "./counterpart-span";
import type { Flaw } from "./flaw";

/** A link, term, footnote or line break that the other side does not have, or has twice, and links to another page. */
export const findComponent: UnitRule = (unit, context) => {
  if (unit.de.text === "" || unit.en.text === "") return [];
  const left = { de: [...unit.de.components], en: [...unit.en.components] };
  match(left, (a, b) => keyOf(a) === keyOf(b));
  const moved = match(left, (a, b) => a.kind === "link" && b.kind === "link");
  const differing = moved.map(
    ([de, en]): Flaw => ({
      rule: "component",
      side: "en",
      span: en,
      counterpart: de,
      values: { text: en.key, other: de.key, kind: "link" },
    }),
  );
  const alone = languages.flatMap((side) =>
    left[side].map(
      (each): Flaw => ({
        rule: "component",
        side: otherLanguage(side),
        span:
          each.start < each.end
            ? counterpartSpan(unit, side, each, context)
            : endOf(unit[otherLanguage(side)].text),
        counterpart: { start: each.start, end: each.end },
        values: { text: each.key || unit[side].text.slice(each.start, each.end), kind: each.kind },
      }),
    ),
  );
  return [...differing, ...alone, ...strayMarks(unit)];
};

/** "**Deich* hält": marks of emphasis that found no partner are read as they stand. */
function strayMarks(unit: Unit): Flaw[] {
  return languages.flatMap((side): Flaw[] => {
    const stray =
      /(?<![\p{L}\p{N}*])\*{1,2}(?=\p{L})[\p{L}]+\*{0,2}|(?<=\p{Ll}|[.,!?])\*\*(?![\p{L}\p{N}*])/u.exec(
        unit[side].text,
      );
    if (!stray || unit[otherLanguage(side)].text.includes("*")) return [];
    const span = { start: stray.index, end: stray.index + stray[0].length };
    return [{ rule: "component", side, span, values: { text: stray[0], kind: "other" } }];
  });
}

/** An address says the same with another language in it: ".../de/anhang", ".../en/anhang". */
function keyOf({ kind, key }: Component): string {
  const plain =
    kind === "link"
      ? key
          .replace(/(?<=[/.?=_-])(?:de|en|german|english|deutsch)(?=[/.&_-]|$)/giu, "*")
          .replace(/^(https?:\/\/)(?:de|en|www)\./u, "$1*.")
      : key;
  return `${kind} ${plain}`;
}

function match(
  left: Record<Language, Component[]>,
  isSame: (de: Component, en: Component) => boolean,
): [Component, Component][] {
  const pairs: [Component, Component][] = [];
  for (const de of [...left.de]) {
    const at = left.en.findIndex((en) => isSame(de, en));
    const en = left.en[at];
    if (!en) continue;
    left.en.splice(at, 1);
    left.de.splice(left.de.indexOf(de), 1);
    pairs.push([de, en]);
  }
  return pairs;
}

function endOf(text: string) {
  return { start: text.length, end: text.length };
}
