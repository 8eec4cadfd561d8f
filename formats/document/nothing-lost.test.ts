import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { ContentNode } from "@/core/article/content";
import { languages } from "@/core/article/language";
import { readVersion } from "../version/read-version";
import { writeVersion } from "../version/write-version";
import { type DocumentResult, readDocuments } from "./read-documents";

// Hundreds of documents are read and aligned: on a busy machine that takes more than the usual five seconds.
vi.setConfig({ testTimeout: 120_000 });

type Imported = Extract<DocumentResult, { ok: true }>;

/** Without its note and its link, of whose addresses nobody can say whether a reader sees them once they are damaged. */
function source(name: string): string[] {
  const text = readFileSync(new URL(`fixtures/sources/${name}`, import.meta.url), "utf8");
  return text
    .replace(/\[\^1\]:?.*/gu, "")
    .replace(/\[(.+?)\]\(.+?\)/gu, "$1")
    .split("\n\n");
}

const german = source("de.md");
const english = source("en.md");

const damage = fc.constantFrom(
  "\n\n",
  "\n",
  " ",
  "DE: ",
  "EN: ",
  "English version\n\n",
  "| a | b |\n|---|---|\n| c | d |\n\n",
  "<div>",
  "</p>",
  "<b>",
  "{x}",
  "&amp;",
  "[^1]",
  "- ",
  "> ",
  "```\n",
  "* * *\n\n",
  "7\n",
  "\t",
  "Von Per Lindqvist\n\n",
  "ﬁ",
  "😀",
);

type Layout = "halves" | "turns" | "two";

const mutilated = fc.record({
  layout: fc.constantFrom<Layout[]>("halves", "turns", "two"),
  isEnglishFirst: fc.boolean(),
  name: fc.constantFrom("a.txt", "a.md", "a.html"),
  edits: fc.array(
    fc.record({
      side: fc.constantFrom(...languages),
      at: fc.nat(400),
      remove: fc.nat(12),
      insert: damage,
    }),
    { maxLength: 6 },
  ),
  missing: fc.array(fc.record({ side: fc.constantFrom(...languages), at: fc.nat(20) }), {
    maxLength: 2,
  }),
});

type Mutilated = typeof mutilated extends fc.Arbitrary<infer T> ? T : never;

function texts({ layout, isEnglishFirst, edits, missing }: Mutilated): string[] {
  const sides = { de: german, en: english };
  const [de, en] = languages.map((side) => {
    const kept = sides[side].filter(
      (_, index) => !missing.some((each) => each.side === side && each.at === index),
    );
    const characters = [...kept.join("\n\n")];
    for (const { side: where, at, remove, insert } of edits)
      if (where === side) characters.splice(at, remove, insert);
    return characters.join("");
  });
  const ordered = isEnglishFirst ? [en ?? "", de ?? ""] : [de ?? "", en ?? ""];
  if (layout === "two") return ordered;
  if (layout === "halves") return [ordered.join("\n\n")];
  const [first = [], second = []] = ordered.map((text) => text.split("\n\n"));
  return [first.map((paragraph, index) => `${paragraph}\n\n${second[index] ?? ""}`).join("\n\n")];
}

/** How often each letter and digit stands in what a reader sees: names of tags are not seen, and ligatures are spelled out. */
function letters(texts: readonly string[]): Record<string, number> {
  const seen = texts
    .join("\n")
    .normalize("NFC")
    .replace(/<\/?(?:div|p|b)>|&amp;/gu, "")
    .replaceAll("ﬁ", "fi");
  const counts: Record<string, number> = {};
  for (const [letter] of seen.matchAll(/[\p{L}\p{N}]/gu))
    counts[letter] = (counts[letter] ?? 0) + 1;
  return counts;
}

function everything(result: Imported): string[] {
  return [
    ...result.sentences.de,
    ...result.sentences.en,
    ...result.roles.map(({ text }) => text),
    ...result.leftOvers.map(({ text }) => text),
    ...languages.flatMap((side) =>
      result.article.sides[side].blocks.flatMap(({ node }) => listNumbers(node)),
    ),
  ];
}

/** A line that begins with "1962." is a list in Markdown, and shown as the 1962nd item. */
function listNumbers(node: ContentNode): string[] {
  const start = Number(node.attrs?.start ?? 1);
  const own =
    node.type === "orderedList" ? (node.content ?? []).map((_, item) => `${start + item}`) : [];
  return [...own, ...(node.content ?? []).flatMap(listNumbers)];
}

test("whatever happens to a document in Markdown or plain text, each of its letters comes out once", async () => {
  let readable = 0;
  await fc.assert(
    fc.asyncProperty(
      mutilated.filter(({ name }) => name !== "a.html"),
      async (each) => {
        const files = texts(each);
        const result = await readDocuments(
          files.map((text) => ({ name: each.name, bytes: new TextEncoder().encode(text) })),
        );
        if (!result.ok) return;
        readable += 1;
        expect(letters(everything(result))).toEqual(letters(files));
      },
    ),
    { numRuns: 80 },
  );
  expect(readable).toBeGreaterThan(25);
});

test("whatever happens to a document, its article is whole and is stored as it is", async () => {
  let readable = 0;
  await fc.assert(
    fc.asyncProperty(mutilated, async (each) => {
      const result = await readDocuments(
        texts(each).map((text) => ({ name: each.name, bytes: new TextEncoder().encode(text) })),
      );
      if (!result.ok) return;
      readable += 1;
      for (const side of languages) {
        const inBeads = result.beads.flatMap((bead) => bead[side]);
        expect(inBeads.toSorted((a, b) => a - b)).toEqual(
          result.sentences[side].map((_, index) => index),
        );
        expect(result.rows.flatMap((row) => row[side])).toEqual(inBeads.toSorted((a, b) => a - b));
      }
      const { article, messages } = readVersion(writeVersion(result.article));
      expect(messages.filter(({ isError }) => isError)).toEqual([]);
      expect(article).toEqual(result.article);
    }),
    { numRuns: 60 },
  );
  expect(readable).toBeGreaterThan(20);
});
