import { expect, test } from "vitest";
import { projectBreaks } from "./project-breaks";

const oneToOne = [0, 1, 2, 3].map((index) => ({ de: [index], en: [index] }));

test("carries the breaks of one side to the other that has none", () => {
  const projected = projectBreaks(oneToOne, { de: [0, 0, 1, 2], en: [0, 0, 0, 0] });
  expect(projected).toEqual({ de: [0, 0, 1, 2], en: [0, 0, 1, 2] });
});

test("joins the breaks of both sides", () => {
  const projected = projectBreaks(oneToOne, { de: [0, 1, 1, 1], en: [0, 0, 0, 1] });
  expect(projected).toEqual({ de: [0, 1, 1, 2], en: [0, 1, 1, 2] });
});

test("leaves a break inside a bead to its own side", () => {
  const beads = [
    { de: [0, 1], en: [0] },
    { de: [2], en: [1] },
  ];
  const projected = projectBreaks(beads, { de: [0, 1, 1], en: [0, 0] });
  expect(projected).toEqual({ de: [0, 1, 1], en: [0, 0] });
});

test("adds nothing where neither side breaks", () => {
  const projected = projectBreaks(oneToOne, { de: [0, 0, 0, 0], en: [0, 0, 0, 0] });
  expect(projected).toEqual({ de: [0, 0, 0, 0], en: [0, 0, 0, 0] });
});

test("counts a break once when a sentence without partner stands beside it", () => {
  const beads = [
    { de: [0], en: [0] },
    { de: [], en: [1] },
    { de: [1], en: [2] },
  ];
  const projected = projectBreaks(beads, { de: [0, 1], en: [0, 0, 1] });
  expect(projected).toEqual({ de: [0, 1], en: [0, 0, 1] });
});

test("leaves a sentence without partner to the paragraph before it when only the other side breaks", () => {
  const beads = [
    { de: [0], en: [0] },
    { de: [], en: [1] },
    { de: [1], en: [2] },
  ];
  const projected = projectBreaks(beads, { de: [0, 1], en: [0, 0, 0] });
  expect(projected).toEqual({ de: [0, 1], en: [0, 0, 1] });
});

test("sets a sentence apart that begins a paragraph of one side and stands before one of the other", () => {
  const beads = [
    { de: [0], en: [0] },
    { de: [1], en: [] },
    { de: [2], en: [1] },
  ];
  const projected = projectBreaks(beads, { de: [0, 1, 1], en: [0, 1] });
  expect(projected).toEqual({ de: [0, 1, 2], en: [0, 1] });
});

test("carries nothing into beads that cross", () => {
  const beads = [
    { de: [0], en: [1] },
    { de: [1], en: [0] },
    { de: [2], en: [2] },
  ];
  const projected = projectBreaks(beads, { de: [0, 1, 2], en: [0, 0, 0] });
  expect(projected).toEqual({ de: [0, 1, 2], en: [0, 0, 1] });
});
