import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { goldTokens } from "./gold-tokens";

const linkSchema = z.tuple([z.int().min(0), z.int().min(0)]);
const pairSchema = z.strictObject({
  de: z.string().min(1),
  en: z.string().min(1),
  sure: z.array(linkSchema),
  possible: z.array(linkSchema),
});

const parts = ["tune.jsonl", "held-out.jsonl"].map((name) => ({
  name,
  pairs: readPairs(name),
}));

function readPairs(name: string) {
  const text = readFileSync(new URL(name, import.meta.url), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => {
      const pair = pairSchema.parse(JSON.parse(line));
      return { ...pair, deTokens: goldTokens(pair.de), enTokens: goldTokens(pair.en) };
    });
}

const isWord = (token: string | undefined) => /[\p{L}\p{N}]/u.test(token ?? "");

test.each([
  ["Don't you know? It's two-day old.", "Don't|you|know|?|It's|two-day|old|."],
  ["Um 7,5 % – „so“ …", "Um|7|,|5|%|–|„|so|“|…"],
  ["the neighbours' help", "the|neighbours|'|help"],
])("splits %j into words and single marks", (text, tokens) => {
  expect(goldTokens(text)).toEqual(tokens.split("|"));
});

describe.each(parts)("$name", ({ pairs }) => {
  test("has a hundred sentence pairs of 6 to 25 words a side", () => {
    expect(pairs).toHaveLength(100);
    const outside = pairs.filter(({ deTokens, enTokens }) =>
      [deTokens, enTokens].some((tokens) => {
        const words = tokens.filter(isWord).length;
        return words < 6 || words > 25;
      }),
    );
    expect(outside).toEqual([]);
  });

  test("links only words that are there, and no marks", () => {
    const astray = pairs.filter(({ sure, possible, deTokens, enTokens }) =>
      [...sure, ...possible].some(([de, en]) => !isWord(deTokens[de]) || !isWord(enTokens[en])),
    );
    expect(astray).toEqual([]);
  });

  test("says of no link that it is both sure and possible, and says each once", () => {
    const repeated = pairs.filter(({ sure, possible }) => {
      const links = [...sure, ...possible].map((link) => link.join("-"));
      return new Set(links).size < links.length;
    });
    expect(repeated).toEqual([]);
  });

  test("has a sure link in every pair", () => {
    expect(pairs.filter(({ sure }) => sure.length === 0)).toEqual([]);
  });

  test("links nine in ten words of each side", () => {
    const count = (side: 0 | 1) => {
      const words = pairs
        .flatMap((pair) => (side === 0 ? pair.deTokens : pair.enTokens))
        .filter(isWord);
      const linked = pairs.flatMap((pair) => [
        ...new Set([...pair.sure, ...pair.possible].map((link) => link[side])),
      ]);
      return linked.length / words.length;
    };
    expect(count(0)).toBeGreaterThan(0.9);
    expect(count(1)).toBeGreaterThan(0.9);
  });
});

test("has no sentence in both halves", () => {
  const [tune, heldOut] = parts.map(({ pairs }) => pairs.flatMap(({ de, en }) => [de, en]));
  expect(tune?.filter((sentence) => heldOut?.includes(sentence))).toEqual([]);
});
