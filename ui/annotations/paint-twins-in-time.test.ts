// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { describeAnchor } from "@/core/annotation/describe-anchor";
import type { Language } from "@/core/article/language";
import { paintTwinsInTime } from "./paint-twins-in-time";
import { placeAnnotations } from "./place-annotations";
import { type ReadingSides, readSides } from "./reading-sides";
import type { ShownAnnotation } from "./store/apply-changes";
import { knownTwinRanges } from "./twin-ranges";

const rows = 40;
const registry = new Map<string, Set<Range>>();
let sides: ReadingSides;

beforeEach(() => {
  const side = (language: Language) =>
    `<section data-side="${language}">${Array.from(
      { length: rows },
      (_, row) =>
        `<div data-row="r${row}"><p data-block="${language}b${row}" data-text><span data-sentence="${language}s${row}" data-bead="${row}">${language} ${row} sagt etwas.</span></p></div>`,
    ).join("")}</section>`;
  document.body.innerHTML = side("de") + side("en");
  const found = readSides(document);
  if (!found) throw new Error("The test document lacks a side");
  sides = found;
  registry.clear();
  vi.stubGlobal("CSS", { highlights: registry });
  vi.stubGlobal("Highlight", class extends Set<Range> {});
  vi.useFakeTimers();
  // Each look at the clock takes a millisecond, so that a slice holds a few of them.
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now++);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function placed() {
  const { text } = sides.current("de");
  const shown = text.blocks.map(({ id, text: words }): ShownAnnotation => {
    const range = { start: { block: id, offset: 0 }, end: { block: id, offset: words.length } };
    const described = describeAnchor(text, range, 1);
    if (!described.ok) throw new Error(described.reason);
    return {
      annotation: {
        ...{ id, articleSlug: "probe", anchor: described.anchor, colour: "blue", note: null },
        ...{ tags: [], audience: "me", groupId: null, twin: null },
      },
      ...{ replies: [], resolvedAt: null, isDeleted: false, createdAt: "", updatedAt: "" },
      ...{ isSaved: true, refusal: null, isOwn: true, mayAnswer: true },
      ...{ author: null, groupName: null },
    };
  });
  return placeAnnotations(sides, shown).placed;
}

function twins() {
  return [...(registry.get("twin-blue") ?? [])].map(String);
}

test("the twins of the first rows are painted at once, those of all others together when all are worked out", () => {
  const all = placed();
  paintTwinsInTime(sides, all);
  const atOnce = twins();
  expect(atOnce[0]).toBe("en 0 sagt etwas.");
  expect(atOnce.length).toBeLessThan(rows / 2);
  vi.runAllTimers();
  expect(twins()).toEqual(all.map((_, row) => `en ${row} sagt etwas.`));
});

test("what is called off paints nothing more, and what is known is not worked out again", () => {
  const all = placed();
  const callOff = paintTwinsInTime(sides, all);
  const before = twins().length;
  callOff();
  vi.runAllTimers();
  expect(twins()).toHaveLength(before);
  expect(all.filter((one) => knownTwinRanges(sides, one))).toHaveLength(before);
});
