import { describe, expect, test } from "vitest";
import type { Block } from "./article";
import type { ContentNodeType } from "./content";
import { projectRows } from "./project-rows";

function block(id: string, sentenceIds: string[], type: ContentNodeType = "paragraph"): Block {
  return {
    id,
    node: { type },
    sentences: sentenceIds.map((sentence, index) => ({
      id: sentence,
      start: index,
      end: index + 1,
    })),
    mergedIds: [],
  };
}

function bead(de: string[], en: string[]) {
  return { de, en };
}

describe("projectRows", () => {
  test("ends a row where both sides end a block", () => {
    const rows = projectRows(
      {
        de: [block("db1", ["ds1", "ds2"]), block("db2", ["ds3"])],
        en: [block("eb1", ["es1"]), block("eb2", ["es2"]), block("eb3", ["es3"])],
      },
      [bead(["ds1"], ["es1"]), bead(["ds2"], ["es2"]), bead(["ds3"], ["es3"])],
    );
    expect(rows).toEqual([
      { de: ["db1"], en: ["eb1", "eb2"] },
      { de: ["db2"], en: ["eb3"] },
    ]);
  });

  test("gives a paragraph that only one side has a row of its own", () => {
    const rows = projectRows(
      {
        de: [block("db1", ["ds1"]), block("db2", ["ds2"])],
        en: [block("eb1", ["es1"]), block("eb2", ["es2"]), block("eb3", ["es3"])],
      },
      [bead(["ds1"], ["es1"]), bead([], ["es2"]), bead(["ds2"], ["es3"])],
    );
    expect(rows).toEqual([
      { de: ["db1"], en: ["eb1"] },
      { de: [], en: ["eb2"] },
      { de: ["db2"], en: ["eb3"] },
    ]);
  });

  test("keeps blocks together that a bead reaches across", () => {
    const rows = projectRows(
      { de: [block("db1", ["ds1"]), block("db2", ["ds2"])], en: [block("eb1", ["es1"])] },
      [bead(["ds1", "ds2"], ["es1"])],
    );
    expect(rows).toEqual([{ de: ["db1", "db2"], en: ["eb1"] }]);
  });

  test("widens a row for beads that cross, so that both sides stay in reading order", () => {
    const rows = projectRows(
      {
        de: [block("db1", ["ds1"]), block("db2", ["ds2"]), block("db3", ["ds3"])],
        en: [block("eb1", ["es1"]), block("eb2", ["es2"]), block("eb3", ["es3"])],
      },
      [bead(["ds1"], ["es2"]), bead(["ds2"], ["es1"]), bead(["ds3"], ["es3"])],
    );
    expect(rows).toEqual([
      { de: ["db1", "db2"], en: ["eb1", "eb2"] },
      { de: ["db3"], en: ["eb3"] },
    ]);
  });

  test("sets figures and rules without text level", () => {
    const rows = projectRows(
      {
        de: [block("db1", ["ds1"]), block("db2", [], "figure"), block("db3", [], "horizontalRule")],
        en: [block("eb1", ["es1"]), block("eb2", [], "horizontalRule")],
      },
      [bead(["ds1"], ["es1"])],
    );
    expect(rows).toEqual([
      { de: ["db1"], en: ["eb1"] },
      { de: ["db2"], en: [] },
      { de: ["db3"], en: ["eb2"] },
    ]);
  });
});
