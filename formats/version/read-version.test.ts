import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { Article, Bead } from "@/core/article/article";
import { blockText, type ContentNode } from "@/core/article/content";
import { generatedBlocks } from "@/core/article/generated-content";
import { languages } from "@/core/article/language";
import { readVersion } from "./read-version";
import { writeAlignment, writeVersion } from "./write-version";

// Hundreds of articles are read and aligned: on a busy machine that takes more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const german = [
  "Der Hafen von Hvalsund friert selten zu. Im Januar lagen dort 14 Schiffe.",
  "Die Fischer verkaufen ihren Fang am frühen Morgen. Danach ist der Kai leer. Nur die Möwen bleiben.",
  "Am Abend leuchtet der Turm über der Bucht, und die Kinder zählen seine Blitze.",
  "Anna Berg hat den Turm 30 Jahre lang gehütet. Heute verkauft sie Karten an Gäste.",
];
const english = [
  "The harbour of Hvalsund seldom freezes. In January 14 ships lay there.",
  "The fishermen sell their catch early in the morning. Then the quay is empty. Only the gulls remain.",
  "In the evening the tower shines over the bay, and the children count its flashes.",
  "Anna Berg kept the tower for 30 years. Today she sells tickets to visitors.",
];

function read(de: readonly string[], en: readonly string[], alignment: string | null = null) {
  return readVersion({ de: de.join("\n\n"), en: en.join("\n\n"), alignment });
}

/** The article after an edit by hand of the one whose texts are `german` and `english`. */
function edited(
  de: readonly string[],
  en: readonly string[],
  change: (article: Article) => Article = (article) => article,
): Article {
  return read(de, en, writeAlignment(change(read(german, english).article))).article;
}

function ids(article: Article, side: "de" | "en"): string[] {
  return article.sides[side].blocks.map(({ id }) => id);
}

function verified(article: Article): Article {
  const verify = (bead: Bead): Bead => ({ ...bead, probability: 1, status: "verified" });
  return { ...article, beads: article.beads.map(verify) };
}

/** Every sentence in exactly one bead, every block in exactly one row and in order, sentences a partition, no id twice. */
function expectWhole(article: Article): void {
  for (const side of languages) {
    const { blocks, tombstones, next } = article.sides[side];
    const sentences = blocks.flatMap((block) => block.sentences.map(({ id }) => id));
    expect(article.beads.flatMap((bead) => bead[side]).toSorted()).toEqual(sentences.toSorted());
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(article.rows.flatMap((row) => row[side])).toEqual(blocks.map(({ id }) => id));
    const all = [
      ...blocks.flatMap(({ id, mergedIds }) => [id, ...mergedIds]),
      ...tombstones.map(({ id }) => id),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((id) => Number(id.slice(2)) < next.block)).toBe(true);
    expect(sentences.every((id) => Number(id.slice(2)) < next.sentence)).toBe(true);
    for (const block of blocks) {
      const text = blockText(block.node);
      const pieces = block.sentences.map(({ start, end }) => text.slice(start, end));
      expect(pieces.join("")).toBe(text.trim() === "" ? "" : text);
    }
  }
  expect(new Set(article.rows.map(({ id }) => id)).size).toBe(article.rows.length);
}

describe("a text that nobody has aligned", () => {
  test("gets ids, beads and rows", () => {
    const { article, isStale, messages } = read(german, english);
    expectWhole(article);
    expect({ isStale, messages }).toEqual({ isStale: true, messages: [] });
    expect(article.rows).toEqual([
      { id: "r1", de: ["db1"], en: ["eb1"] },
      { id: "r2", de: ["db2"], en: ["eb2"] },
      { id: "r3", de: ["db3"], en: ["eb3"] },
      { id: "r4", de: ["db4"], en: ["eb4"] },
    ]);
  });

  test("may have one empty side, or two", () => {
    expectWhole(read(german, []).article);
    expectWhole(read([], []).article);
  });
});

test("what is written is read back the same, and fits its text", () => {
  fc.assert(
    fc.property(generatedBlocks, generatedBlocks, (de, en) => {
      const first = articleOf(de, en);
      expectWhole(first);
      const files = writeVersion(first);
      const { article, isStale } = readVersion(files);
      expect(article).toEqual(first);
      expect(isStale).toBe(false);
      expect(writeVersion(article)).toEqual(files);
    }),
    { numRuns: 60 },
  );
});

function articleOf(de: readonly ContentNode[], en: readonly ContentNode[]): Article {
  const side = (language: "de" | "en", nodes: readonly ContentNode[]) => ({
    language,
    frontMatter: { title: "T" },
    blocks: nodes.map((node, index) => ({
      id: `${language.charAt(0)}b${index + 1}`,
      node,
      sentences: [],
      mergedIds: [],
    })),
    tombstones: [],
    next: { block: nodes.length + 1, sentence: 1 },
  });
  const bare = { sides: { de: side("de", de), en: side("en", en) }, beads: [], rows: [] };
  return readVersion({ ...writeVersion(bare), alignment: null }).article;
}

type Edit = { readonly kind: string; readonly at: number; readonly with: string };

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(
    "delete",
    "insert",
    "replace",
    "split",
    "merge",
    "swap",
    "reword",
    "retype",
  ),
  at: fc.nat(5),
  with: fc.constantFrom(
    "Ein neuer Absatz. Er hat zwei Sätze.",
    "Something else was written.",
    "* * *",
  ),
});

function apply(paragraphs: readonly string[], { kind, at, with: text }: Edit): string[] {
  const place = at % Math.max(1, paragraphs.length);
  const [before, here = "", after] = [
    paragraphs.slice(0, place),
    paragraphs[place],
    paragraphs.slice(place + 1),
  ];
  if (kind === "delete") return [...before, ...after];
  if (kind === "insert") return [...before, text, here, ...after].filter((each) => each !== "");
  if (kind === "replace") return [...before, text, ...after];
  if (kind === "split") return [...before, ...here.split(/(?<=\.) /), ...after];
  if (kind === "merge")
    return [...before, [here, ...after.slice(0, 1)].join(" "), ...after.slice(1)];
  if (kind === "swap") return [...after, here, ...before];
  if (kind === "retype") return [...before, `## ${here.replace(/^#+ /, "")}`, ...after];
  return [...before, here.replace(/\w{5,}/u, "Wort"), ...after];
}

test("after any edits by hand nothing is lost, and the same files give the same article", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 3 }), fc.array(edit, { maxLength: 3 }), (de, en) => {
      const before = verified(read(german, english).article);
      const files = {
        de: de.reduce(apply, german).join("\n\n"),
        en: en.reduce(apply, english).join("\n\n"),
        alignment: writeAlignment(before),
      };
      const { article } = readVersion(files);
      expectWhole(article);
      expect(readVersion(files).article).toEqual(article);
      expect(readVersion({ ...files, alignment: writeAlignment(article) }).isStale).toBe(false);
      for (const side of languages) {
        const { blocks, tombstones } = article.sides[side];
        const known = new Set([
          ...blocks.flatMap(({ id, mergedIds }) => [id, ...mergedIds]),
          ...tombstones.map(({ id }) => id),
        ]);
        expect(ids(before, side).filter((id) => !known.has(id))).toEqual([]);
      }
      // A bead that a person verified keeps its sentences; it only loses those that are gone.
      const old = new Map(
        before.beads.flatMap((bead) => bead.de.map((id) => [id, bead.en] as const)),
      );
      for (const bead of article.beads.filter(({ status }) => status !== "proposed")) {
        for (const id of bead.de) expect(old.get(id)).toEqual(expect.arrayContaining([...bead.en]));
      }
    }),
    { numRuns: 150 },
  );
});

describe("after an edit by hand", () => {
  test("a paragraph in between is new, and all others keep their ids and rows", () => {
    const article = edited(
      german.toSpliced(1, 0, "Ein neuer Absatz über den Winter."),
      english.toSpliced(1, 0, "A new paragraph about winter."),
    );
    expect(ids(article, "de")).toEqual(["db1", "db5", "db2", "db3", "db4"]);
    expect(article.rows.map(({ id, de, en }) => [id, ...de, ...en])).toEqual([
      ["r1", "db1", "eb1"],
      ["r6", "db5", "eb5"],
      ["r2", "db2", "eb2"],
      ["r3", "db3", "eb3"],
      ["r4", "db4", "eb4"],
    ]);
  });

  test("a deleted paragraph leaves its text behind, and takes its id back when it returns", () => {
    const without = edited(german.toSpliced(2, 1), english);
    expect(without.sides.de.tombstones).toEqual([{ id: "db3", text: german[2] }]);
    const again = read(german, english, writeAlignment(without)).article;
    expect(ids(again, "de")).toEqual(["db1", "db2", "db3", "db4"]);
    expect(again.sides.de.tombstones).toEqual([]);
  });

  test("the larger part of a split paragraph keeps the id, and every sentence its own", () => {
    const [first, second = "", ...rest] = german;
    const cut = second.indexOf("Danach");
    const parts = [second.slice(0, cut).trim(), second.slice(cut)];
    const before = read(german, english).article;
    const article = edited([first ?? "", ...parts, ...rest], english);
    expect(ids(article, "de")).toEqual(["db1", "db2", "db5", "db3", "db4"]);
    expect(article.sides.de.blocks.flatMap((block) => block.sentences.map(({ id }) => id))).toEqual(
      before.sides.de.blocks.flatMap((block) => block.sentences.map(({ id }) => id)),
    );
    expect(article.rows.find(({ de }) => de.includes("db2"))).toEqual({
      id: "r2",
      de: ["db2", "db5"],
      en: ["eb2"],
    });
  });

  test("the survivor of a merge records the other", () => {
    const article = edited(german.toSpliced(0, 2, `${german[0]} ${german[1]}`), english);
    const [merged] = article.sides.de.blocks;
    expect({ id: merged?.id, mergedIds: merged?.mergedIds }).toEqual({
      id: "db2",
      mergedIds: ["db1"],
    });
    expect(article.sides.de.tombstones).toEqual([]);
  });

  test("a paragraph that moved keeps its id", () => {
    const moved = [...german.slice(1), german[0] ?? ""];
    expect(ids(edited(moved, english), "de")).toEqual(["db2", "db3", "db4", "db1"]);
  });

  test("a paragraph that became a heading keeps its id", () => {
    const article = edited(german.with(2, `## ${german[2]}`), english);
    expect(article.sides.de.blocks[2]).toMatchObject({ id: "db3", node: { type: "heading" } });
  });

  test("a verified bead stays as it is and says that its text changed", () => {
    const article = edited(german.with(0, german[0]?.replace("14", "15") ?? ""), english, verified);
    const statuses = article.beads.map(({ de, en, status }) => [...de, ...en, status].join(" "));
    expect(statuses.slice(0, 3)).toEqual([
      "ds1 es1 verified",
      "ds2 es2 text-changed",
      "ds3 es3 verified",
    ]);
  });

  test("a verified bead loses a sentence that is gone, and never gains one", () => {
    const article = edited(
      german.with(1, "Danach ist der Kai leer. Nur die Möwen bleiben. Es regnet oft."),
      english,
      verified,
    );
    const kept = article.beads.filter(({ status }) => status !== "proposed");
    expect(kept).toContainEqual({ de: [], en: ["es3"], probability: 1, status: "text-changed" });
    expect(article.beads.filter(({ status }) => status === "proposed")).toEqual([
      { de: ["ds9"], en: [], probability: expect.any(Number), status: "proposed" },
    ]);
  });

  test("sentences that a person put together stay together", () => {
    const article = edited(
      german.with(1, `${german[1]} Manchmal kommt ein Fuchs.`),
      english,
      joinFirstTwo,
    );
    const [, block] = article.sides.de.blocks;
    const text = block ? blockText(block.node) : "";
    expect(block?.sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      "Die Fischer verkaufen ihren Fang am frühen Morgen. Danach ist der Kai leer. ",
      "Nur die Möwen bleiben. ",
      "Manchmal kommt ein Fuchs.",
    ]);
  });
});

/** Joins the first two sentences of the second German block, as a person would. */
function joinFirstTwo(article: Article): Article {
  const { de } = article.sides;
  const blocks = de.blocks.map((block, index) => {
    const [first, second, ...rest] = block.sentences;
    if (index !== 1 || !first || !second) return block;
    return { ...block, sentences: [{ ...first, end: second.end }, ...rest] };
  });
  const beads = article.beads.map((bead) => ({
    ...bead,
    de: bead.de.filter((id) => id !== "ds4"),
  }));
  return { ...article, beads, sides: { ...article.sides, de: { ...de, blocks } } };
}

describe("an alignment.json that cannot be used", () => {
  const whole = writeAlignment(read(german, english).article);

  test.each([
    ["no JSON", "{", "alignment-unreadable"],
    ["another shape", '{"format":2}', "alignment-unreadable"],
    ["an unknown key", whole.replace('"format": 1', '"format": 1, "x": 1'), "alignment-unreadable"],
    ["an id given twice", whole.replace('"id":"db2"', '"id":"db1"'), "alignment-inconsistent"],
    ["a sentence in no bead", whole.replace('"de":["ds2"]', '"de":[]'), "alignment-inconsistent"],
    ["a bead of nothing", whole.replace('"de":["ds2"]', '"de":["ds99"]'), "alignment-inconsistent"],
    ["an id above the counter", whole.replace('"block":5', '"block":4'), "alignment-inconsistent"],
  ])("is reported and the text is aligned anew: %s", (_, alignment, rule) => {
    const { article, messages, isStale } = read(german, english, alignment);
    expect(messages.map((message) => [message.file, message.rule])).toEqual([
      ["alignment.json", rule],
    ]);
    expect(isStale).toBe(true);
    expect(article).toEqual(read(german, english).article);
  });
});

test("fields that belong to the whole article must agree", () => {
  const files = {
    de: "---\nlevel: B1\ndate: 2025-04-06\n---\n",
    en: "---\nlevel: B2\n---\n",
    alignment: null,
  };
  expect(readVersion(files).messages).toEqual([
    {
      file: "en.mdx",
      rule: "shared-field",
      isError: true,
      place: null,
      actual: "level",
      expected: [],
    },
  ]);
});

test("messages name the file and the place", () => {
  const { messages } = read(["Text {1}."], ["Text."]);
  expect(messages).toEqual([
    {
      file: "de.mdx",
      rule: "expression",
      isError: true,
      place: { line: 1, column: 6 },
      actual: "{1}",
      expected: [],
    },
  ]);
});

test("alignment.json has a line for each sentence and each bead", () => {
  const lines = writeAlignment(read(german, english).article).split("\n");
  expect(lines).toContain('["ds1","Der Hafen von Hvalsund friert selten zu. "],');
  expect(lines.filter((line) => line.includes('"probability"'))).toHaveLength(8);
});

test("a thousand rows with one sentence edited are read whole", () => {
  const many = (sentences: readonly string[]) =>
    Array.from({ length: 1000 }, (_, index) =>
      `${index}. ${sentences[index % sentences.length]}`.replace(".", "\\."),
    );
  const before = read(many(german), many(english)).article;
  const { article } = read(
    many(german).with(500, "Hier steht nun etwas anderes."),
    many(english),
    writeAlignment(before),
  );
  expectWhole(article);
});
