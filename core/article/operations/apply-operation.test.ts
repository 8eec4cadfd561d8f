import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../article";
import { brokenInvariant } from "../broken-invariant";
import { blockText } from "../content";
import { languages } from "../language";
import { mapSpan } from "../position-map";
import { applyOperation } from "./apply-operation";
import { choice, chooseOperation, generatedArticle } from "./generated-operations";
import { type OperationKind, operationSchema } from "./operation";
import { applyPatch, patchSchema } from "./patch";

const stamp = { by: "ada", at: "2026-11-22T20:00:00.000Z" };
const runs = { numRuns: 150 };

function textsOf({ sides }: Article): Map<string, string> {
  return new Map(
    languages.flatMap((side) =>
      sides[side].blocks.map(({ id, node }) => [id, blockText(node)] as const),
    ),
  );
}

test("whatever operations follow each other, the article stays sound", () => {
  const done = new Set<OperationKind>();
  fc.assert(
    fc.property(
      generatedArticle,
      fc.array(choice, { minLength: 5, maxLength: 25 }),
      (start, choices) => {
        let article = start;
        for (const each of choices) {
          const operation = chooseOperation(article, each);
          const result = applyOperation(article, operation, stamp);
          if (!result.ok) continue;
          done.add(operation.kind);
          article = result.article;
          expect(brokenInvariant(article), JSON.stringify(operation)).toBeNull();
        }
      },
    ),
    runs,
  );
  expect([...done].sort()).toEqual(
    operationSchema.def.options.map(({ shape }) => shape.kind.def.values[0]).sort(),
  );
});

test("an operation and then its inverse give back the article, and doing it again what it gave", () => {
  fc.assert(
    fc.property(
      generatedArticle,
      fc.array(choice, { minLength: 5, maxLength: 15 }),
      (start, choices) => {
        let article = start;
        for (const each of choices) {
          const result = applyOperation(article, chooseOperation(article, each), stamp);
          if (!result.ok) continue;
          expect(applyPatch(result.article, result.inverse)).toEqual(article);
          expect(applyPatch(article, result.change)).toEqual(result.article);
          article = result.article;
        }
      },
    ),
    runs,
  );
});

test("a change and its inverse survive being kept as JSON", () => {
  fc.assert(
    fc.property(generatedArticle, choice, (article, each) => {
      const operation = chooseOperation(article, each);
      expect(operationSchema.parse(JSON.parse(JSON.stringify(operation)))).toEqual(operation);
      const result = applyOperation(article, operation, stamp);
      if (!result.ok) return;
      for (const patch of [result.change, result.inverse]) {
        expect(patchSchema.parse(JSON.parse(JSON.stringify(patch)))).toEqual(patch);
      }
    }),
    runs,
  );
});

test("the map of an operation leads every kept stretch to the same words", () => {
  fc.assert(
    fc.property(
      generatedArticle,
      fc.array(choice, { minLength: 1, maxLength: 10 }),
      (start, choices) => {
        let article = start;
        for (const each of choices) {
          const operation = chooseOperation(article, each);
          const result = applyOperation(article, operation, stamp);
          if (!result.ok) continue;
          const after = textsOf(result.article);
          for (const [blockId, text] of textsOf(article)) {
            for (let at = 0; at < text.length; at += 1) {
              for (const piece of mapSpan(result.map, { blockId, start: at, end: at + 1 })) {
                const found = after.get(piece.blockId)?.slice(piece.start, piece.end);
                expect(found, JSON.stringify({ operation, blockId, at })).toBe(text.charAt(at));
              }
            }
          }
          article = result.article;
        }
      },
    ),
    runs,
  );
});

test("moving and linking sentences changes none of their words", () => {
  fc.assert(
    fc.property(generatedArticle, choice, (article, each) => {
      const operation = chooseOperation(article, each);
      const result = applyOperation(article, operation, stamp);
      if (!result.ok || !["move-sentence", "split-row", "link-sentences"].includes(operation.kind))
        return;
      const sentences = ({ sides }: Article) =>
        new Map(
          languages.flatMap((side) =>
            sides[side].blocks.flatMap(({ node, sentences }) =>
              sentences.map(
                ({ id, start, end }) => [id, blockText(node).slice(start, end).trim()] as const,
              ),
            ),
          ),
        );
      expect(Object.fromEntries(sentences(result.article))).toEqual(
        Object.fromEntries(sentences(article)),
      );
    }),
    runs,
  );
});
