import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Annotation, colours } from "@/core/annotation/annotation";
import { applyChanges } from "./apply-changes";
import type { Change } from "./change";
import { queueChange, type Wish } from "./queue-change";

const annotation: Annotation = {
  id: "6a2f0e0c-7a6e-4d7e-9d0a-0d6d3c1b2a10",
  articleSlug: "probe",
  anchor: {
    version: 1,
    side: "de",
    start: { block: "db1", offset: 0 },
    end: { block: "db1", offset: 3 },
    sentences: ["ds1"],
    exact: "Ein",
    prefix: "",
    suffix: "",
  },
  colour: "yellow",
  note: null,
  tags: [],
  audience: "me",
  groupId: null,
  twin: null,
};

const stored = {
  ...annotation,
  author: { id: "v", name: null },
  groupName: null,
  isOwn: true,
  mayAnswer: true,
  revision: 4,
  createdAt: "2026-11-22T10:00:00Z",
  updatedAt: "2026-11-22T10:00:00Z",
  resolvedAt: null,
  isDeleted: false,
};

function stamp(order: number) {
  return {
    key: `00000000-0000-4000-8000-${String(order).padStart(12, "0")}`,
    order,
    madeAt: "2026-11-22T10:00:00Z",
  };
}

function queueOf(wishes: readonly Wish[]): readonly Change[] {
  return wishes.reduce<readonly Change[]>(
    (queue, wish, index) => queueChange(queue, wish, stamp(index)),
    [],
  );
}

const put = (revision: number | null, colour: Annotation["colour"] = "pink"): Wish => ({
  kind: "put",
  annotation: { ...annotation, colour },
  revision,
});
const remove = (revision: number | null): Wish => ({ kind: "delete", annotation, revision });
const restore = (revision: number | null): Wish => ({ kind: "restore", annotation, revision });

test.each([
  ["a new annotation is created", [put(null)], ["create null"]],
  ["a known one is replaced on the revision that was seen", [put(4)], ["replace 4"]],
  [
    "editing what is still to be created creates the edited one",
    [put(null), put(null)],
    ["create null"],
  ],
  ["deleting what was never sent leaves nothing", [put(null), remove(null)], []],
  [
    "deleting after an edit that was never sent sends both",
    [put(4), remove(4)],
    ["replace 4", "delete null"],
  ],
  [
    "undoing a deletion keeps the edit before it, though neither was sent",
    [put(4), remove(4), restore(4)],
    ["replace 4"],
  ],
  ["undoing a deletion that was never sent leaves nothing", [remove(4), restore(4)], []],
  ["undoing one that was sent restores", [restore(5)], ["restore 5"]],
  [
    "bringing back what never was on the server creates it",
    [put(null), remove(null), restore(null)],
    ["create null"],
  ],
])("%s", (_, wishes, queue) => {
  expect(queueOf(wishes).map(({ kind, base }) => `${kind} ${base}`)).toEqual(queue);
});

test("a change that may have arrived is left as it is, and the next builds on its answer", () => {
  const [sent] = queueOf([put(null)]);
  if (!sent) throw new Error("Nothing was queued");
  const queue = queueChange([{ ...sent, attempts: 1 }], put(null, "blue"), stamp(1));
  expect(
    queue.map((change) => [
      change.kind,
      change.base,
      "annotation" in change && change.annotation.colour,
    ]),
  ).toEqual([
    ["create", null, "pink"],
    ["replace", null, "blue"],
  ]);
});

test("a change that was refused is melted with its correction under a new key", () => {
  const [refused] = queueOf([put(null)]);
  if (!refused) throw new Error("Nothing was queued");
  const queue = queueChange(
    [{ ...refused, attempts: 1, refusal: "invalid" }],
    put(null, "blue"),
    stamp(1),
  );
  expect(queue).toMatchObject([{ kind: "create", attempts: 0, refusal: null, key: stamp(1).key }]);
});

test("whatever the reader does, the queue shows what they did last", () => {
  const wish = fc.constantFrom("put", "delete", "restore");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(wish, fc.boolean()), { maxLength: 8 }),
      fc.boolean(),
      (steps, isStored) => {
        const server = new Map(isStored ? [[stored.id, stored]] : []);
        const revision = isStored ? 4 : null;
        let queue: readonly Change[] = [];
        let last = annotation;
        for (const [index, [kind, isSent]] of steps.entries()) {
          const isThere =
            applyChanges({ annotations: server, replies: new Map() }, queue).length > 0;
          if (kind === "delete" && !isThere) continue;
          if (kind === "restore" && isThere) continue;
          if (kind === "put" && !isThere && (isStored || queue.length > 0)) continue; // what is deleted cannot be edited
          const next =
            kind === "put"
              ? put(revision, colours[index % colours.length])
              : ({ kind, annotation: last, revision } as const);
          queue = queueChange(queue, next, stamp(index));
          const shown = applyChanges({ annotations: server, replies: new Map() }, queue);
          expect(shown.length).toBe(kind === "delete" ? 0 : 1);
          if ("annotation" in next) last = next.annotation;
          if (kind === "restore") expect(shown[0]?.annotation).toEqual(last);
          if (isSent) queue = queue.map((change) => ({ ...change, attempts: 1 }));
        }
      },
    ),
  );
});

describe("that a thread is resolved", () => {
  const of = { resolution: annotation.id, articleSlug: "probe" };
  const resolve = { ...of, kind: "put", revision: null } as const;
  const reopen = { ...of, kind: "delete", revision: 1 } as const;

  test.each([
    ["is made", [resolve], ["create null"]],
    ["is deleted to open it again", [reopen], ["delete 1"]],
    ["undone at once is never sent", [resolve, { ...reopen, revision: null }], []],
    ["again, after it was opened here, is never sent either", [reopen, resolve], []],
  ] as const)("%s", (_, wishes, queue) => {
    expect(queueOf(wishes).map(({ kind, base }) => `${kind} ${base}`)).toEqual(queue);
  });

  test("after opening it is on its way is made anew", () => {
    const sent = queueOf([reopen]).map((change) => ({ ...change, attempts: 1 }));
    const queue = queueChange(sent, resolve, stamp(1));
    expect(queue.map(({ kind }) => kind)).toEqual(["delete", "create"]);
  });
});
