import { describe, expect, test } from "vitest";
import type { Article } from "../article";
import { blockText, type ContentNode } from "../content";
import { type Language, languages } from "../language";
import { newArticle } from "../new-article";
import { applyOperation } from "./apply-operation";
import type { Operation } from "./operation";
import { proposeAlignment } from "./propose-alignment";
import { splitPoint } from "./split-point";

const stamp = { by: "ada", at: "2026-11-22T20:00:00.000Z" };

/** Two rows: two sentences against two, then one against one. */
const article = newArticle(
  {
    de: {
      frontMatter: {},
      paragraphs: [["Die Mine ist alt. ", "Sie liegt am Meer."], ["Das Wasser steigt."]],
    },
    en: {
      frontMatter: {},
      paragraphs: [["The mine is old. ", "It lies by the sea."], ["The water is rising."]],
    },
  },
  [
    { de: [0], en: [0], probability: 0.9 },
    { de: [1], en: [1], probability: 0.8 },
    { de: [2], en: [2], probability: 0.7 },
  ],
);

/** The rows as a reader sees them: paragraphs of a side, and the beads as "1+2=1". */
function seen({ sides, rows, beads }: Article) {
  const texts = new Map(
    languages.flatMap((side) => sides[side].blocks.map(({ id, node }) => [id, blockText(node)])),
  );
  const paragraphs = (ids: readonly string[]) => ids.map((id) => texts.get(id) ?? "").join(" | ");
  const numbers = (ids: readonly string[]) => ids.map((id) => id.slice(2)).join("+");
  return {
    rows: rows.map(({ de, en }) => [paragraphs(de), paragraphs(en)]),
    beads: beads.map(({ de, en }) => `${numbers(de)}=${numbers(en)}`),
  };
}

function edit(operations: readonly Operation[], start: Article = article): Article {
  let result = start;
  for (const operation of operations) {
    const applied = applyOperation(result, operation, stamp);
    if (!applied.ok) throw new Error(`${operation.kind}: ${applied.reason}`);
    result = applied.article;
  }
  return result;
}

function reason(operation: Operation, start: Article = article): string | null {
  const applied = applyOperation(start, operation, stamp);
  return applied.ok ? null : applied.reason;
}

const verify = (...sentences: string[]): Operation => ({
  kind: "set-status",
  sentences,
  status: "verified",
});
const lock: Operation = { kind: "set-lock", sentences: ["ds2"], isLocked: true };

function rewrite(block: string, ...texts: string[]): Operation {
  const nodes = texts.map((text) => ({
    type: "paragraph" as const,
    content: [{ type: "text" as const, text }],
  }));
  return { kind: "edit-text", edits: [{ block, nodes }] };
}

describe("rows", () => {
  test("are merged under the id of the first, and split again where a sentence begins", () => {
    const merged = edit([{ kind: "merge-rows", rows: ["r1", "r2"] }]);
    expect(merged.rows).toEqual([{ id: "r1", de: ["db1", "db2"], en: ["eb1", "eb2"] }]);
    const split = edit([{ kind: "split-row", row: "r1", at: { de: "ds3", en: "es3" } }], merged);
    expect(seen(split)).toEqual(seen(article));
  });

  test("split within a paragraph cut it on both sides, and its larger part keeps the id", () => {
    const operation = splitPoint(article, "ds2");
    expect(operation?.at).toEqual({ de: "ds2", en: "es2" });
    const split = edit(operation ? [operation] : []);
    expect(seen(split).rows.slice(0, 2)).toEqual([
      ["Die Mine ist alt.", "The mine is old."],
      ["Sie liegt am Meer.", "It lies by the sea."],
    ]);
    expect(split.rows[1]).toMatchObject({ de: ["db1"], en: ["eb1"] });
  });

  test("are not split where a bead holds sentences of both parts", () => {
    const at = { de: "ds2", en: null };
    expect(reason({ kind: "split-row", row: "r1", at })).toBe("across-bead");
  });
});

describe("a sentence", () => {
  test("moves to the bead above, and what it was linked to stays alone", () => {
    const moved = edit([{ kind: "move-sentence", sentence: "ds2", direction: "up" }]);
    expect(seen(moved).beads).toEqual(["1+2=1", "=2", "3=3"]);
    expect(seen(moved).rows).toEqual(seen(article).rows);
  });

  test("moves on into the next row, at the beginning of its paragraph", () => {
    const moved = edit([
      { kind: "move-sentence", sentence: "ds2", direction: "down" },
      { kind: "move-sentence", sentence: "es2", direction: "down" },
    ]);
    expect(seen(moved)).toEqual({
      rows: [
        ["Die Mine ist alt.", "The mine is old."],
        ["Sie liegt am Meer. Das Wasser steigt.", "It lies by the sea. The water is rising."],
      ],
      beads: ["1=1", "2+3=2+3"],
    });
  });

  test("at the edge of the article moves no further", () => {
    const up: Operation = { kind: "move-sentence", sentence: "ds1", direction: "up" };
    expect(reason(up)).toBe("at-edge");
  });

  test("is cut in two in the same bead, and put together again", () => {
    const split = edit([{ kind: "split-sentence", sentence: "ds1", offset: 8 }]);
    expect(seen(split).beads[0]).toBe("1+4=1");
    const [first, second] = split.beads[0]?.de ?? [];
    const merged = edit(
      [{ kind: "merge-sentences", sentences: [first ?? "", second ?? ""] }],
      split,
    );
    expect(merged.sides.de.blocks[0]?.sentences.map(({ start, end }) => [start, end])).toEqual([
      [0, 18],
      [18, 36],
    ]);
  });

  test("is written between two others, with its space, and linked to what it translates", () => {
    const written = edit([
      {
        kind: "insert-sentence",
        text: "Niemand kommt.",
        place: { kind: "after", sentence: "ds1" },
        partner: "es2",
      },
    ]);
    expect(seen(written).rows[0]?.[0]).toBe("Die Mine ist alt. Niemand kommt. Sie liegt am Meer.");
    expect(seen(written).beads).toEqual(["1=1", "4+2=2", "3=3"]);
  });

  test("deleted last takes its space along; the last one of a paragraph leaves a tombstone", () => {
    const shorter = edit([{ kind: "delete-sentences", sentences: ["ds2", "ds3"] }]);
    expect(seen(shorter).rows).toEqual([
      ["Die Mine ist alt.", "The mine is old. It lies by the sea."],
      ["", "The water is rising."],
    ]);
    expect(shorter.sides.de.tombstones).toEqual([{ id: "db2", text: "Das Wasser steigt." }]);
  });
});

describe("links", () => {
  test("are made across rows, which become one, and may cross", () => {
    const linked = edit([
      { kind: "link-sentences", sentences: ["ds1", "es3"] },
      { kind: "link-sentences", sentences: ["ds3", "es1"] },
    ]);
    expect(seen(linked).beads).toEqual(["1=3", "2=2", "3=1"]);
    expect(linked.rows).toHaveLength(1);
  });

  test("are exchanged between two sentences", () => {
    const swapped = edit([{ kind: "swap-partners", sentences: ["ds1", "ds2"] }]);
    expect(seen(swapped).beads).toEqual(["1=2", "2=1", "3=3"]);
  });

  test("are made of many with many, and undone", () => {
    const linked = edit([{ kind: "link-sentences", sentences: ["ds1", "ds2", "es1", "es2"] }]);
    expect(seen(linked).beads).toEqual(["1+2=1+2", "3=3"]);
    const unlinked = edit([{ kind: "unlink-sentences", sentences: ["ds2"] }], linked);
    expect(seen(unlinked).beads).toEqual(["1=1+2", "2=", "3=3"]);
  });
});

describe("a status", () => {
  test("says who verified a bead and when, and is lost when its words change", () => {
    const verified = edit([verify("ds1", "es3")]);
    expect(verified.beads.map(({ status, by }) => [status, by])).toEqual([
      ["verified", "ada"],
      ["proposed", undefined],
      ["verified", "ada"],
    ]);
    const edited = edit([rewrite("db1", "Die Mine ist uralt. Sie liegt am Meer.")], verified);
    expect(edited.beads.map(({ status }) => status)).toEqual([
      "text-changed",
      "proposed",
      "verified",
    ]);
  });

  test("of a locked bead stays, and so do its links and its words", () => {
    const locked = edit([lock]);
    for (const operation of [
      verify("ds2"),
      { kind: "unlink-sentences" as const, sentences: ["ds2"] },
      { kind: "delete-sentences" as const, sentences: ["es2"] },
      rewrite("db1", "Anders."),
    ]) {
      expect(reason(operation, locked)).toBe("locked");
    }
    expect(reason({ ...lock, isLocked: false }, locked)).toBeNull();
  });
});

describe("edited text", () => {
  test("keeps the sentences that are still in it, whatever came before them", () => {
    const edited = edit([rewrite("db1", "Hört zu! Die Mine ist alt. Sie liegt am Meer.")]);
    expect(seen(edited).beads).toEqual(["4=", "1=1", "2=2", "3=3"]);
  });

  test("that runs two sentences together joins what they were linked to", () => {
    const edited = edit([rewrite("db1", "Die Mine ist alt, sie liegt am Meer.")]);
    expect(seen(edited).beads).toEqual([expect.stringMatching(/^[12]=1\+2$/), "3=3"]);
  });

  test("may become two paragraphs of the same row, or none", () => {
    const two = edit([rewrite("db1", "Die Mine ist alt.", "Sie liegt am Meer.")]);
    expect(seen(two).rows[0]?.[0]).toBe("Die Mine ist alt. | Sie liegt am Meer.");
    expect(seen(two).beads).toEqual(seen(article).beads);
    expect(seen(edit([rewrite("db2")])).rows[1]).toEqual(["", "The water is rising."]);
  });
});

describe("aligning anew", () => {
  test("leaves what a person verified, and puts the rest around it", () => {
    const wrong = edit([verify("ds3"), { kind: "unlink-sentences", sentences: ["ds1", "ds2"] }]);
    const operation = proposeAlignment(wrong, { rows: null, pinned: null }, null);
    const aligned = edit([operation], wrong);
    expect(seen(aligned).beads).toEqual(["1=1", "2=2", "3=3"]);
    expect(aligned.beads[2]).toBe(wrong.beads.at(-1));
  });

  test("around a pinned pair keeps it, verified", () => {
    const pinned = { de: "ds2", en: "es3" };
    const aligned = edit([proposeAlignment(article, { rows: null, pinned }, null)]);
    expect(seen(aligned).beads).toContain("2=3");
    expect(aligned.beads.find(({ de }) => de.includes("ds2"))).toMatchObject({
      status: "verified",
      by: "ada",
    });
  });

  test("is refused where it would take a sentence from a bead that is not the machine's", () => {
    const verified = edit([verify("ds1")]);
    const beads = [{ de: ["ds1"], en: ["es1"], probability: 0.5 }];
    expect(reason({ kind: "realign", beads, pinned: null }, verified)).toBe("occupied");
  });
});

test.each<[Language, string]>([
  ["de", "Titel"],
  ["en", "Title"],
])("the headline of side %s is written", (side, title) => {
  const titled = edit([{ kind: "edit-front-matter", side, frontMatter: { title } }]);
  expect(titled.sides[side].frontMatter).toEqual({ title });
});

test("a footnote that is deleted takes the references to it along", () => {
  const text = (words: string) => ({ type: "text" as const, text: words });
  const water = article.sides.de.blocks[1]?.id ?? "";
  const reference = { type: "footnoteReference" as const, attrs: { label: "1" } };
  const note = { type: "paragraph" as const, content: [text("So steht es im Bericht.")] };
  const nodes = [
    { type: "paragraph" as const, content: [text("Das Wasser"), reference, text(" steigt.")] },
    { type: "footnote" as const, attrs: { label: "1" }, content: [note] },
  ];
  const annotated = edit([{ kind: "edit-text", edits: [{ block: water, nodes }] }]);
  const footnote = annotated.sides.de.blocks.find(({ node }) => node.type === "footnote");
  const sentences = footnote?.sentences.map(({ id }) => id) ?? [];
  expect(sentences).toHaveLength(1);

  const left = edit([{ kind: "delete-sentences", sentences }], annotated);
  expect(left.sides.de.blocks.map(({ node }) => node)).toEqual(
    article.sides.de.blocks.map(({ node }) => node),
  );
});

test("paragraphs that were nothing but the reference go with a footnote, and the text after them moves up", () => {
  const paragraph = (...content: ContentNode[]): ContentNode => ({ type: "paragraph", content });
  const text = (words: string): ContentNode => ({ type: "text", text: words });
  const reference: ContentNode = { type: "footnoteReference", attrs: { label: "1" } };
  const quoted = paragraph(text("Das Wasser steigt. "), text("Es ist warm."));
  const bare = paragraph({ type: "hardBreak" }, reference);
  const water = article.sides.de.blocks[1]?.id ?? "";
  const nodes: ContentNode[] = [
    { type: "blockquote", content: [bare, quoted] },
    { type: "blockquote", content: [bare] },
    {
      type: "footnote",
      attrs: { label: "1" },
      content: [paragraph(text("So steht es im Bericht."))],
    },
  ];
  const annotated = edit([{ kind: "edit-text", edits: [{ block: water, nodes }] }]);
  const sentences = annotated.sides.de.blocks.at(-1)?.sentences.map(({ id }) => id) ?? [];
  const operation: Operation = { kind: "delete-sentences", sentences };

  const left = applyOperation(annotated, operation, stamp);
  if (!left.ok) throw new Error(left.reason);
  const [, quotation] = left.article.sides.de.blocks;
  const content = [paragraph(text("Das Wasser steigt. Es ist warm."))];
  expect(quotation?.node).toEqual({ type: "blockquote", content });
  expect(quotation?.sentences.map(({ start, end }) => [start, end])).toEqual([
    [0, 19],
    [19, 31],
  ]);
  expect(left.map.segments).toEqual([
    {
      from: { side: "de", blockId: quotation?.id, start: 2, end: 33 },
      to: { blockId: quotation?.id, start: 0 },
    },
  ]);
});
