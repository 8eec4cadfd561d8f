import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../article/article";
import { languages } from "../article/language";
import { applyOperation } from "../article/operations/apply-operation";
import {
  type Choice,
  choice,
  chooseOperation,
  generatedArticle,
} from "../article/operations/generated-operations";
import { compose, mapPoint, type PositionMap } from "../article/position-map";
import type { Anchor, Point } from "./annotation";
import { articleSideText } from "./article-side-text";
import { describeAnchor } from "./describe-anchor";
import { moveAnchor } from "./move-anchor";
import { resolveAnchor } from "./resolve-anchor";
import { offsetToPoint, pointToOffset, type SideText } from "./side-text";
import { trimRange } from "./trim-range";

const stamp = { by: "ada", at: "2026-11-22T20:00:00.000Z" };
const unmoved: PositionMap = { touched: [], segments: [] };

/** The article after some operations, with the map of each. */
function afterOperations(start: Article, choices: readonly Choice[]) {
  const maps: PositionMap[] = [];
  let article = start;
  for (const each of choices) {
    const result = applyOperation(article, chooseOperation(article, each), stamp);
    if (!result.ok) continue;
    article = result.article;
    maps.push(result.map);
  }
  return { article, maps };
}

function anchorBetween(side: SideText, one: number, other: number): Anchor | null {
  const [from, to] = [one, other].map((at) => at % (side.text.length + 1)).sort((a, b) => a - b);
  const start = offsetToPoint(side, from ?? 0);
  const end = offsetToPoint(side, to ?? 0);
  const range = start && end && trimRange(side, { start, end });
  const described = range && describeAnchor(side, range, 1);
  return described?.ok ? described.anchor : null;
}

/** Where the letters of a passage went, one by one through every operation; `null` for those that are gone. */
function lettersAfter(
  side: SideText,
  anchor: Anchor,
  maps: readonly PositionMap[],
): (Point | null)[] {
  const from = pointToOffset(side, anchor.start) ?? 0;
  return [...anchor.exact].length === 0
    ? []
    : anchor.exact.split("").flatMap((letter, at) => {
        if (/\s/.test(letter)) return [];
        const place = offsetToPoint(side, from + at);
        return [maps.reduce((point, map) => point && mapPoint(map, point, "after"), place)];
      });
}

test("after any operations of the workbench a passage is where its letters went, and nowhere when they are gone", () => {
  let moved = 0;
  let gone = 0;
  fc.assert(
    fc.property(
      generatedArticle,
      fc.array(choice, { minLength: 1, maxLength: 12 }),
      fc.nat(),
      fc.nat(),
      (start, choices, one, other) => {
        const { article, maps } = afterOperations(start, choices);
        const map = maps.reduce(compose, unmoved);
        for (const language of languages) {
          const before = articleSideText(start, language);
          const after = articleSideText(article, language);
          const anchor = anchorBetween(before, one, other);
          if (!anchor) continue;
          const result = moveAnchor(
            map,
            anchor,
            { side: before, version: 1 },
            { side: after, version: 2 },
          );
          const letters = lettersAfter(before, anchor, maps);
          if (letters.every((place) => place === null)) {
            expect(result).toBeNull();
            gone += 1;
            continue;
          }
          const places = letters.map((place) => (place ? pointToOffset(after, place) : null));
          const isWhole = isUnbroken(after, places);
          if (isWhole) expect(result).not.toBeNull();
          if (!result) continue;
          expect(resolveAnchor(after, result).kind).toBe("exact");
          const known = places.filter((place) => place !== null);
          if (isWhole) {
            expect(withoutSpace(result.exact)).toBe(withoutSpace(anchor.exact));
            expect(pointToOffset(after, result.start)).toBe(Math.min(...known));
            expect(pointToOffset(after, result.end)).toBe(Math.max(...known) + 1);
            moved += 1;
          }
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(moved).toBeGreaterThan(100);
  expect(gone).toBeGreaterThan(5);
});

/** Whether all letters are left, in order, with nothing but white space between them. */
function isUnbroken(after: SideText, places: readonly (number | null)[]): boolean {
  return places.every((place, index) => {
    if (place === null) return false;
    const next = places[index + 1];
    if (next === undefined) return true;
    return next !== null && next > place && after.text.slice(place + 1, next).trim() === "";
  });
}

function withoutSpace(text: string): string {
  return text.replace(/\s/g, "");
}
