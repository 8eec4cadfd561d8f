import { describe, expect, test } from "vitest";
import { type StoredAnnotation, storedAnnotationSchema } from "./annotation";
import { isStoredAnnotation } from "./is-stored-annotation";

const anchor = {
  version: 3,
  side: "de",
  start: { block: "db1", offset: 0 },
  end: { block: "db1", offset: 4 },
  sentences: ["ds1"],
  exact: "Kiew",
  prefix: "",
  suffix: " zögerte",
} as const;

const stored = storedAnnotationSchema.parse({
  id: "00000000-0000-4000-8000-000000000001",
  articleSlug: "probe",
  anchor,
  twin: { ...anchor, side: "en" },
  colour: "pink",
  note: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "So?" }] }] },
  tags: ["Politik"],
  audience: "group",
  groupId: "00000000-0000-4000-8000-000000000002",
  revision: 2,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  resolvedAt: null,
  isDeleted: false,
  moderation: "hidden",
  author: { id: "reader", name: "Ada" },
  groupName: "10b",
  isOwn: true,
  mayAnswer: true,
});

test.each([
  ["everything", stored],
  ["the least", { ...stored, twin: null, note: null, tags: [], groupId: null, groupName: null }],
])("an annotation with %s is one", (_, one: StoredAnnotation) => {
  expect(isStoredAnnotation(one)).toBe(true);
});

test.each([null, undefined, 7, "x", [], {}, [stored]])("%j is none", (value) => {
  expect(isStoredAnnotation(value)).toBe(false);
});

test("a note of unknown nodes is none", () => {
  const note = { type: "doc", content: [{ type: "script", content: [] }] };
  expect(isStoredAnnotation({ ...stored, note })).toBe(false);
});

describe("with one member of another kind", () => {
  const others = [7, {}, [], true, null, { content: 7 }];
  const cases = pathsOf(stored).flatMap((path) => others.map((other) => [path, other] as const));

  test.each(cases)("%j as %j, it is judged as by the schema", (path, other) => {
    const changed = withValue(stored, path, other);
    expect(isStoredAnnotation(changed)).toBe(storedAnnotationSchema.safeParse(changed).success);
  });

  // What the schema would fill in is left to the schema.
  test.each(pathsOf(stored))(
    "%j missing, it is never taken where the schema refuses it",
    (...path) => {
      const changed = withValue(stored, path, undefined);
      if (isStoredAnnotation(changed)) {
        expect(storedAnnotationSchema.safeParse(changed).success).toBe(true);
      }
    },
  );
});

/** The way to every member, at every depth. */
function pathsOf(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    [name],
    ...pathsOf(inner).map((rest) => [name, ...rest]),
  ]);
}

function withValue(value: unknown, [name = "", ...rest]: readonly string[], other: unknown) {
  const changed = structuredClone(value);
  let at: unknown = changed;
  for (const step of [name, ...rest].slice(0, -1)) at = Reflect.get(Object(at), step);
  Reflect.set(Object(at), [name, ...rest].at(-1) ?? "", other);
  return changed;
}
