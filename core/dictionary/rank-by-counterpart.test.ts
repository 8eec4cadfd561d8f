import { expect, test } from "vitest";
import { rankByCounterpart } from "./rank-by-counterpart";

test("the sense that the counterpart uses comes first, also of several entries", () => {
  const entries = [
    { headword: "Bank", equivalents: ["bank", "bench"] },
    { headword: "alt", equivalents: ["old", "ancient"] },
  ];
  expect(rankByCounterpart(entries, "de", "Two benches stood there.")).toEqual([
    {
      headword: "Bank",
      equivalents: [
        { text: "bench", isHere: true },
        { text: "bank", isHere: false },
      ],
    },
    {
      headword: "alt",
      equivalents: [
        { text: "old", isHere: false },
        { text: "ancient", isHere: false },
      ],
    },
  ]);
});
