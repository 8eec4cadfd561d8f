import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { type Language, languages } from "@/core/article/language";
import { splitSentences } from "@/core/sentences/split-sentences";
import {
  nearMissSchema,
  type Pair,
  type PlantedError,
  plantedErrorSchema,
  plantedKinds,
} from "./planted-error";

const tune = readLines("planted/tune.jsonl", plantedErrorSchema);
const heldOut = readLines("planted/held-out.jsonl", plantedErrorSchema);
const nearMisses = readLines("near-misses.jsonl", nearMissSchema);
const second = readLines("planted/second.jsonl", plantedErrorSchema);
const planted = [...tune, ...heldOut];
// By people who had not seen the rules.
const strangers = ["third", "fourth"].map((name) => ({
  name,
  errors: ["tune", "held-out"].flatMap((half) =>
    readLines(`planted/${name}-${half}.jsonl`, plantedErrorSchema),
  ),
  near: readLines(`planted/${name}-near.jsonl`, nearMissSchema),
}));

test("there are at least 110 planted errors in each half and 200 near misses", () => {
  expect(tune.length).toBeGreaterThanOrEqual(110);
  expect(heldOut.length).toBeGreaterThanOrEqual(110);
  expect(nearMisses.length).toBeGreaterThanOrEqual(200);
});

test("every id is there once", () => {
  const ids = [...planted, ...nearMisses].map(({ id }) => id);
  expect(repeated(ids)).toEqual([]);
});

test("every error of the second set is mended by a change, and stands where it says", () => {
  const wrong = second.filter(({ id, kind, place, ...error }) => {
    const faulty = error[error.where];
    const isPlaced = place === null || (place.side === error.where && place.end <= faulty.length);
    return faulty === error.mended || !isPlaced || !id.startsWith(`${kind}-`);
  });
  expect(wrong).toEqual([]);
  expect(repeated([...second, ...planted].map(({ id }) => id))).toEqual([]);
});

test.each(strangers)(
  "every error of the $name set is mended by a change, stands where it says, and is in one half only",
  ({ errors, near }) => {
    const wrong = errors.filter(({ id, kind, place, ...error }) => {
      const faulty = error[error.where];
      const isPlaced = place === null || (place.side === error.where && place.end <= faulty.length);
      return faulty === error.mended || !isPlaced || !id.startsWith(`${kind}-`);
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
    expect(errors).toHaveLength(240);
    expect(repeated(errors.map(({ id }) => id))).toEqual([]);
    expect(repeated(errors.map(({ de, en }) => `${de}\n${en}`))).toEqual([]);
    expect(repeated(near.map(({ id }) => id))).toEqual([]);
  },
);

test("an id begins with the kind of its error", () => {
  expect(planted.filter(({ id, kind }) => id.replace(/-\d\d$/, "") !== kind)).toEqual([]);
});

test.each(plantedKinds)("both halves hold the same number of %s", (kind) => {
  const count = (errors: readonly PlantedError[]) =>
    errors.filter((error) => error.kind === kind).length;
  expect(count(tune)).toBeGreaterThanOrEqual(2);
  expect(count(heldOut)).toBe(count(tune));
});

test.each([
  ["tune", tune],
  ["held-out", heldOut],
])("in %s neither language has more than six tenths of the errors", (_, errors) => {
  const german = errors.filter(({ where }) => where === "de").length;
  expect(Math.max(german, errors.length - german)).toBeLessThanOrEqual(0.6 * errors.length);
});

test("a place lies within the faulty side, and the note begins with what stands there", () => {
  const wrong = planted.filter(({ place, note, where, ...sides }) => {
    if (!place) return false;
    const { side, start, end } = place;
    const span = sides[side].slice(start, end);
    return (
      side !== where || start >= end || end > sides[side].length || !note.startsWith(`‹${span}›: `)
    );
  });
  expect(wrong).toEqual([]);
});

test("where no place is given the note says what is missing, and mending adds it", () => {
  const missing = planted.filter(({ place }) => !place);
  expect(missing.filter(({ note }) => !/^missing ‹.+›|\bis empty$/u.test(note))).toEqual([]);
  expect(missing.filter((error) => error.mended.length <= error[error.where].length)).toEqual([]);
});

test("mending changes the text, and nothing farther from the place than its neighbouring character", () => {
  const wrong = planted.filter((error) => {
    const faulty = error[error.where];
    if (faulty === error.mended) return true;
    if (!error.place) return false;
    const before = commonStart(faulty, error.mended);
    const after = commonStart(reversed(faulty), reversed(error.mended));
    return before < error.place.start - 1 || faulty.length - after > error.place.end + 1;
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test("an empty side is of the kind that says so", () => {
  const empty = planted.filter(({ de, en }) => !de.trim() || !en.trim());
  expect(empty.filter(({ kind }) => kind !== "empty-side")).toEqual([]);
  expect(empty.length).toBeGreaterThan(0);
});

test("only inconsistencies need further pairs to be seen, and only terms need a glossary", () => {
  const needsContext = ["inconsistent-translation", "merged-translation"];
  expect(
    planted.filter((error) => needsContext.includes(error.kind) !== Boolean(error.context)),
  ).toEqual([]);
  expect(
    planted.filter((error) => (error.kind === "glossary") !== Boolean(error.glossary)),
  ).toEqual([]);
});

test("the context shows the inconsistency: one side is there already, beside another counterpart", () => {
  const whole = planted.filter(({ kind }) => kind === "merged-translation");
  const shown = whole.filter((error) =>
    error.context?.some((pair) => {
      const other = error.where === "de" ? "en" : "de";
      return pair[error.where] === error[error.where] && pair[other] !== error[other];
    }),
  );
  expect(shown).toEqual(whole);
});

test("mending brings a term of the glossary into the faulty side", () => {
  const withGlossary = planted.filter(({ kind }) => kind === "glossary");
  // Without its last letter, a term is found in its plural too: "country", "countries".
  const isIn = (text: string, term: string) =>
    text.toLowerCase().includes(term.toLowerCase().slice(0, -1));
  const wrong = withGlossary.filter((error) => {
    const terms = (error.glossary ?? []).map((term) => term[error.where]);
    const faulty = error[error.where];
    return !terms.some((term) => isIn(error.mended, term) && !isIn(faulty, term));
  });
  expect(wrong).toEqual([]);
});

test("the halves share no sentence with each other, nor with the near misses", () => {
  const sets = [tune, heldOut, nearMisses].map(
    (pairs) => new Set<string>(pairs.flatMap((pair) => sentencesOf(pair))),
  );
  expect(repeated(sets.flatMap((set) => [...set]))).toEqual([]);
});

test("no pair of near misses is there twice", () => {
  expect(repeated(nearMisses.map(({ de, en }) => `${de}\n${en}`))).toEqual([]);
});

test("the table in the README says how many there are of each kind", () => {
  const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
  const said = [...readme.matchAll(/^\| `([a-z-]+)` \| (\d+) \| (\d+) \|/gmu)].map(
    ([, kind, ...counts]) => [kind, ...counts.map(Number)],
  );
  const counted = plantedKinds.map((kind) => [
    kind,
    ...[tune, heldOut].map((errors) => errors.filter((error) => error.kind === kind).length),
  ]);
  expect(said).toEqual(counted);
  const totals = `${tune.length} + ${heldOut.length} planted errors, ${nearMisses.length} near misses`;
  expect(readme).toContain(totals);
});

function readLines<T>(name: string, schema: z.core.$ZodType<T>): T[] {
  const lines = readFileSync(new URL(name, import.meta.url), "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => z.parse(schema, JSON.parse(line)));
}

function sentencesOf(
  pair: Pair & { mended?: string; where?: Language; context?: Pair[] },
): string[] {
  const mended = pair.where && pair.mended ? splitSentences(pair.mended, pair.where) : [];
  const own = languages.flatMap((side) => splitSentences(pair[side], side));
  const around = (pair.context ?? []).flatMap((other) => sentencesOf(other));
  return [...own, ...mended, ...around].map((sentence) => sentence.trim()).filter(Boolean);
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function reversed(value: string): string {
  return value.split("").reverse().join("");
}
