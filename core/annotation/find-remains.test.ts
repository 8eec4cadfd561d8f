import { expect, test } from "vitest";
import type { Anchor } from "./annotation";
import { findRemains } from "./find-remains";
import { sideText } from "./side-text";

const anchor: Anchor = {
  version: 1,
  side: "de",
  start: { block: "db1", offset: 0 },
  end: { block: "db1", offset: 9 },
  sentences: ["ds1", "ds2"],
  exact: "Es regnet",
  prefix: "",
  suffix: ".",
};

test.each([
  {
    what: "the sentences that are left",
    block: { id: "db7", text: "Neu. Es schneit. ", sentences: [{ id: "ds2", start: 5, end: 17 }] },
    found: "Es schneit.",
  },
  {
    what: "the block, where its sentences are gone",
    block: { id: "db1", text: "Alles neu.", sentences: [{ id: "ds9", start: 0, end: 10 }] },
    found: "Alles neu.",
  },
  {
    what: "the block that its block was merged into",
    block: { id: "db3", text: "Alles neu.", sentences: [], mergedIds: ["db1"] },
    found: "Alles neu.",
  },
  {
    what: "nothing, where nothing of it is left",
    block: { id: "db3", text: "Alles neu.", sentences: [] },
    found: null,
  },
])("what stands where a passage stood: $what", ({ block, found }) => {
  expect(findRemains(sideText("de", [block]), anchor)).toBe(found);
});
