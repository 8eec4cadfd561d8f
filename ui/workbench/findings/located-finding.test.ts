import { expect, test } from "vitest";
import { articleFromBlocks } from "@/core/article/article-from-blocks";
import { checkArticle } from "@/core/checks/check-article";
import { type LocatedFinding, locateFindings, locatePlace, textOfPlace } from "./located-finding";

const bead = { probability: 1, status: "proposed" as const };

function side(byline: string, texts: readonly string[]) {
  return {
    frontMatter: { title: "Der Ofen", byline },
    blocks: texts.map((text) => ({
      node: { type: "paragraph" as const, content: [{ type: "text" as const, text }] },
      sentences: [text],
    })),
  };
}

function found(german: ReturnType<typeof side>, english: ReturnType<typeof side>) {
  const beads = german.blocks.map((_, index) => ({ ...bead, de: [index], en: [index] }));
  const article = articleFromBlocks({ de: german, en: english }, beads);
  const findings = checkArticle(article, { lexicon: null });
  return { article, located: locateFindings(article, findings, new Set()) };
}

test("the same slip in two places is two findings, each with its row, its words and its way there", () => {
  const { article, located } = found(
    side("Von Mai,3 bis heute", [
      "Sie kam im Mai,3 Tage zu früh.",
      "Er ging im Mai,3 Tage zu spät.",
    ]),
    side("From May 3 until today", [
      "She came in May, three days early.",
      "He left in May, three days late.",
    ]),
  );
  const glued = located.filter(({ finding }) => finding.rule === "glued-words");
  const place = ({ rowIndex, sentenceId, finding }: LocatedFinding) => ({
    rowIndex,
    hasWay: sentenceId !== null,
    words: textOfPlace(article, finding.place),
  });
  expect(glued.map(place)).toEqual([
    { rowIndex: -1, hasWay: false, words: "Von Mai,3 bis heute" },
    { rowIndex: 0, hasWay: true, words: "Sie kam im Mai,3 Tage zu früh." },
    { rowIndex: 1, hasWay: true, words: "Er ging im Mai,3 Tage zu spät." },
  ]);
  expect(new Set(glued.map(({ sentenceId }) => sentenceId)).size).toBe(3);
});

test("a habit that is one finding leads to each of its places", () => {
  const texts = ["Es stieg um 10 %.", "Es fiel um 20 %.", "Es blieb bei 30 %."];
  const { article, located } = found(
    side("Von niemandem", texts),
    side("By nobody", ["It rose by 10%.", "It fell by 20%.", "It stayed at 30%."]),
  );
  const [habit] = located.filter(({ finding }) => finding.rule === "no-break-space");
  const places = habit ? [habit.finding.place, ...habit.finding.others] : [];
  expect(places.map((each) => textOfPlace(article, each))).toEqual(texts);
  expect(places.map((each) => locatePlace(article, each).rowIndex)).toEqual([0, 1, 2]);
  expect(places.every((each) => locatePlace(article, each).sentenceId !== null)).toBe(true);
});
