import fc from "fast-check";
import { expect, test } from "vitest";
import { applyOperation } from "@/core/article/operations/apply-operation";
import {
  choice,
  chooseOperation,
  generatedArticle,
} from "@/core/article/operations/generated-operations";
import { readVersion } from "./read-version";
import { writeVersion } from "./write-version";

const stamp = { by: "ada", at: "2026-11-22T20:00:00.000Z" };

test("an article that was edited is stored and read back the same", () => {
  fc.assert(
    fc.property(
      generatedArticle,
      fc.array(choice, { minLength: 5, maxLength: 20 }),
      (start, choices) => {
        let article = start;
        for (const each of choices) {
          const result = applyOperation(article, chooseOperation(article, each), stamp);
          if (result.ok) article = result.article;
        }
        const read = readVersion(writeVersion(article));
        expect(read.article).toEqual(article);
        expect(read.isStale).toBe(false);
      },
    ),
    { numRuns: 150, endOnFailure: true },
  );
});
