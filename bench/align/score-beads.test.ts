import { expect, test } from "vitest";
import { readBeads } from "./read-beads";
import { scoreBeads } from "./score-beads";

const gold = readBeads("[0]:[0]\n[1, 2]:[1]\n[]:[2]\n[3]:[3]\n");

test("gives full marks to the gold itself", () => {
  const { strict, lax } = scoreBeads([{ gold, proposed: gold }]);
  expect(strict).toEqual({ precision: 1, recall: 1, f1: 1 });
  expect(lax).toEqual({ precision: 1, recall: 1, f1: 1 });
});

test("counts half a bead as right only where it is lax, and empty sides in precision alone", () => {
  const proposed = readBeads("[0]:[0]:0.9\n[1]:[1]\n[2]:[]\n[]:[2]\n[3]:[3]");
  const { strict, lax } = scoreBeads([{ gold, proposed }]);
  expect(strict.precision).toBeCloseTo(3 / 5);
  expect(strict.recall).toBeCloseTo(2 / 3);
  expect(lax.precision).toBeCloseTo(4 / 5);
  expect(lax.recall).toBeCloseTo(1);
});

test("gives nothing to an alignment that is shifted by one", () => {
  const proposed = readBeads("[0]:[1]\n[1]:[2]\n[2]:[3]\n[3]:[]\n[]:[0]");
  expect(scoreBeads([{ gold, proposed }]).strict.f1).toBe(0);
});
