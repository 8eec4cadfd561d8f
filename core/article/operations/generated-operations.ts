import fc from "fast-check";
import type { Article } from "../article";
import { findSentence, rowBeads, rowSentences, sideOf } from "../article-index";
import { carryBeads } from "../carry-beads";
import { carryIds, emptyRecord } from "../carry-ids";
import { carryRows } from "../carry-rows";
import { blockText, type ContentNode } from "../content";
import { generatedBlocks } from "../generated-content";
import { canonicalNode, replaceText } from "../inline-text";
import { type Language, languages } from "../language";
import type { Operation } from "./operation";
import { splitPoint } from "./split-point";

/** Articles and operations for property tests. */

const words = fc.constantFrom(
  "Mine",
  "Erz",
  "the",
  "ore",
  "Kupfer",
  "sea",
  "alt",
  "new",
  "4",
  "Ja",
);

const sentence = fc
  .array(words, { minLength: 1, maxLength: 5 })
  .map((list) => `${list.join(" ")}. `)
  .map((text) => text.charAt(0).toUpperCase() + text.slice(1));

const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list): ContentNode => {
  return { type: "paragraph", content: [{ type: "text", text: list.join("").trimEnd() }] };
});

const nodes = fc
  .tuple(
    fc.array(paragraph, { minLength: 1, maxLength: 6 }),
    fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, generatedBlocks),
  )
  .map(([paragraphs, blocks]) => [...paragraphs, ...blocks]);

export const generatedArticle: fc.Arbitrary<Article> = fc.tuple(nodes, nodes).map(([de, en]) => {
  const sides = {
    de: carryIds(emptyRecord, "de", {}, de).side,
    en: carryIds(emptyRecord, "en", {}, en).side,
  };
  const beads = carryBeads([], sides, new Set());
  return { sides, beads, rows: carryRows([], sides, beads) };
});

/** Numbers that choose an operation and what it is about, in whatever article it comes to. */
export const choice = fc.record({
  kind: fc.nat(17),
  a: fc.nat(1000),
  b: fc.nat(1000),
  c: fc.nat(1000),
});
export type Choice = typeof choice extends fc.Arbitrary<infer Value> ? Value : never;

/** Whatever the numbers mean in this article; not every operation can be done. */
export function chooseOperation(article: Article, { kind, a, b, c }: Choice): Operation {
  const all = languages.flatMap((side) => sentencesOf(article, side));
  const pick = (n: number) => all[n % Math.max(1, all.length)] ?? "ds1";
  const rowAt = (n: number) => article.rows[n % Math.max(1, article.rows.length)];
  const one = pick(a);
  const side: Language = a % 2 === 0 ? "de" : "en";
  const near = [pick(a), pick(a + 1), pick(b)].slice(0, 1 + (c % 3));
  switch (kind) {
    case 0:
      return { kind: "merge-rows", rows: [rowAt(a)?.id ?? "r1", rowAt(a + 1)?.id ?? "r2"] };
    case 1:
      return (
        splitPoint(article, one) ?? {
          kind: "split-row",
          row: rowAt(a)?.id ?? "r1",
          at: { de: one, en: null },
        }
      );
    case 2:
    case 3:
      return { kind: "move-sentence", sentence: one, direction: b % 2 ? "up" : "down" };
    case 4:
      return { kind: "swap-partners", sentences: [one, pick(b)] };
    case 5:
      return { kind: "link-sentences", sentences: [...near, pick(c)] };
    case 6:
      return { kind: "unlink-sentences", sentences: near };
    case 7:
      return { kind: "merge-sentences", sentences: [one, pick(a + 1)] };
    case 8:
      return { kind: "split-sentence", sentence: one, offset: 1 + (b % 30) };
    case 9:
      return {
        kind: "insert-sentence",
        text: "Neu gesagt.",
        place:
          b % 3 === 0
            ? { kind: "row", row: rowAt(a)?.id ?? "r1", side }
            : { kind: b % 3 === 1 ? "before" : "after", sentence: one },
        partner: c % 2 ? null : partnerOf(article, one),
      };
    case 10:
      return { kind: "delete-sentences", sentences: near };
    case 11:
    case 12:
    case 13:
      return { kind: "edit-text", edits: [editOf(article, one, b, c)] };
    case 14:
      return {
        kind: "set-status",
        sentences: near,
        status: (["proposed", "needs-review", "verified"] as const)[b % 3] ?? "verified",
      };
    case 15:
      return { kind: "set-lock", sentences: near.slice(0, 1), isLocked: b % 4 === 0 };
    case 16:
      return { kind: "edit-front-matter", side, frontMatter: { title: `Titel ${b}` } };
    default:
      return realignOf(article, a, b);
  }
}

function sentencesOf(article: Article, side: Language): string[] {
  return article.rows.flatMap((row) => rowSentences(article, row, side));
}

function partnerOf(article: Article, id: string): string | null {
  const row = article.rows.find((each) => rowSentences(article, each, sideOf(id)).includes(id));
  if (!row) return null;
  return rowSentences(article, row, sideOf(id) === "de" ? "en" : "de")[0] ?? null;
}

/** Words come, go and change places; paragraphs are cut, and emptied. */
function editOf(article: Article, id: string, b: number, c: number) {
  const block = findSentence(article, id)?.block;
  if (!block) return { block: "db1", nodes: [] };
  const old = blockText(block.node);
  const start = wholeCharacter(old, b % (old.length + 1));
  const end = wholeCharacter(old, Math.min(old.length, start + (c % 12)));
  const text = ["", "Ganz neu. ", "x", " und dann ", "\u00e4\ud83d\ude00"][(b + c) % 5] ?? "";
  const { node } = replaceText(block.node, start, end, text);
  if (!node) return { block: block.id, nodes: [] };
  const isCut = c % 3 === 0 && node.type === "paragraph";
  if (!isCut) return { block: block.id, nodes: [canonicalNode(node)] };
  const whole = blockText(node);
  const parts = [whole.slice(0, start), whole.slice(start)].filter((part) => part.trim() !== "");
  return {
    block: block.id,
    nodes: parts.map((part): ContentNode => {
      return { type: "paragraph", content: [{ type: "text", text: part.replaceAll("\n", " ") }] };
    }),
  };
}

/** No editor stops between the halves of a character. */
function wholeCharacter(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset + 1 : offset;
}

/** As an aligner might: the sentences of a row's beads, each alone or all together. */
function realignOf(article: Article, a: number, b: number): Operation {
  const row = article.rows[a % Math.max(1, article.rows.length)];
  const beads = row ? rowBeads(article, row) : [];
  const parts = { de: beads.flatMap(({ de }) => de), en: beads.flatMap(({ en }) => en) };
  const together = [{ ...parts, probability: 0.5 }];
  const alone = languages.flatMap((side) =>
    parts[side].map((id) => ({ de: [], en: [], [side]: [id], probability: 0.5 })),
  );
  return { kind: "realign", beads: b % 2 ? together : alone, pinned: null };
}
