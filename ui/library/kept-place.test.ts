import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { toContinue } from "./reading-state";

const script = readFileSync(new URL("../../public/library.js", import.meta.url), "utf8");

/** What public/library.js finds before the first paint. */
function keptPlaces(stored: ReadonlyMap<string, unknown>, slugs: string): string | undefined {
  const dataset: { begun?: string } = {};
  runInNewContext(script, {
    document: {
      documentElement: { dataset },
      querySelector: () => ({ dataset: { continue: slugs } }),
    },
    localStorage: {
      getItem: (key: string) => {
        const progress = stored.get(key.replace("progress:", ""));
        return progress === undefined ? null : JSON.stringify(progress);
      },
    },
  });
  return dataset.begun;
}

const slugs = ["a", "b", "c", "d", "e"];

test.each([[[]], [[0.01]], [[0.5, 0.969, 0.97]], [[1, 0.99, 0.2]], [[0.1, 0.2, 0.3, 0.4, 0.5]]])(
  "for articles read to %j as many places are kept as will be filled",
  (fractions) => {
    const progress = new Map(
      fractions.map((fraction, index) => [
        slugs[index] ?? "",
        { row: "r1", fraction, readAt: index },
      ]),
    );
    expect(keptPlaces(progress, slugs.join(" "))).toBe(String(toContinue(progress).length));
  },
);

test("what another library holds keeps no place here", () => {
  const progress = new Map([["gone", { row: "r1", fraction: 0.5, readAt: 1 }]]);
  expect(keptPlaces(progress, "a b")).toBe("0");
});
