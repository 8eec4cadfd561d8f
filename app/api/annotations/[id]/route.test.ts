import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Annotation, StoredAnnotation } from "@/core/annotation/annotation";
import type { Reading } from "@/server/articles/load-article";
import { db } from "@/server/db";
import { anchorOf, makeAnnotation } from "@/server/testing/make-annotation";
import { seedArticle } from "@/server/testing/seed-article";
import { send } from "@/server/testing/send";
import { newVisitor, type Visitor } from "@/server/testing/visitor";
import { POST as restoreRoute } from "./restore/route";
import { DELETE, GET, PUT } from "./route";

const create = { "if-none-match": "*" };

let reading: Reading;
let someone: Visitor;
let annotation: Annotation;

beforeAll(async () => {
  reading = await seedArticle({ slug: "zwei-haefen" });
});

beforeEach(async () => {
  someone = await newVisitor();
  annotation = makeAnnotation(reading, "drei Schiffe");
});

type Headers = Record<string, string | null>;

function request(method: string, headers: Headers, { id = annotation.id, who = someone, ...rest }) {
  const key = { "idempotency-key": randomUUID() };
  const { cookie } = who;
  const sending = { cookie, headers: { ...key, ...headers }, ...rest };
  return [
    send(method, `/api/annotations/${id}`, sending),
    { params: Promise.resolve({ id }) },
  ] as const;
}

function get(options = {}) {
  return GET(...request("GET", {}, options));
}

function put(body: unknown, headers: Headers = create, options = {}) {
  return PUT(...request("PUT", headers, { body, ...options }));
}

function remove(revision: number, headers: Headers = {}, options = {}) {
  return DELETE(...request("DELETE", { "if-match": `"${revision}"`, ...headers }, options));
}

function restore(revision: number, headers: Headers = {}, options = {}) {
  return restoreRoute(...request("POST", { "if-match": `"${revision}"`, ...headers }, options));
}

function ifMatch(revision: number): Headers {
  return { "if-match": `"${revision}"` };
}

async function reasonOf(response: Response) {
  const { reason, status } = await response.json();
  expect(status).toBe(response.status);
  return [response.status, reason];
}

async function created(): Promise<StoredAnnotation> {
  const response = await put(annotation);
  expect(response.status).toBe(201);
  return response.json();
}

function note(text: string) {
  return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}

describe("making", () => {
  test("a new annotation is stored and can be fetched", async () => {
    const response = await put({ ...annotation, note: note("Warum drei? 🙂") });
    expect(response.status).toBe(201);
    expect(response.headers.get("etag")).toBe('"1"');
    const stored = await response.json();
    expect(stored).toMatchObject({ ...annotation, note: note("Warum drei? 🙂"), revision: 1 });

    const again = await get();
    expect(again.status).toBe(200);
    expect(again.headers.get("etag")).toBe('"1"');
    expect(await again.json()).toEqual(stored);
  });

  test("an annotation that is there is not made a second time under another key", async () => {
    const stored = await created();
    const response = await put({ ...annotation, colour: "pink" });
    expect(response.status).toBe(412);
    expect(await response.json()).toMatchObject({ reason: "stale", current: stored });
  });

  test("a passage over two paragraphs can be marked", async () => {
    const start = anchorOf(reading, "de", "Am Abend");
    const end = anchorOf(reading, "de", "Die Kapitänin");
    const text = { ...start, end: end.end, sentences: [...start.sentences, ...end.sentences] };
    const exact = "Am Abend war es noch eines.\nDie Kapitänin";
    const anchor = { ...text, exact, suffix: end.suffix };
    expect((await put({ ...annotation, anchor })).status).toBe(201);
  });
});

describe("replacing", () => {
  test("colour and note change, the revision counts on, the place stays", async () => {
    const stored = await created();
    const response = await put({ ...annotation, colour: "blue", note: note("neu") }, ifMatch(1));
    expect(response.status).toBe(200);
    expect(response.headers.get("etag")).toBe('"2"');
    const replaced = await response.json();
    expect(replaced).toMatchObject({ colour: "blue", note: note("neu"), revision: 2 });
    expect([replaced.anchor, replaced.createdAt]).toEqual([stored.anchor, stored.createdAt]);
  });

  test("the range can change on its side", async () => {
    await created();
    const anchor = anchorOf(reading, "de", "Schiffe im Hafen");
    expect((await put({ ...annotation, anchor }, ifMatch(1))).status).toBe(200);
  });

  test("neither the side nor the article can change", async () => {
    await created();
    const other = await seedArticle({ slug: `anderer-${randomUUID()}` });
    const anchor = anchorOf(reading, "en", "three ships");
    expect(await reasonOf(await put({ ...annotation, anchor }, ifMatch(1)))).toEqual([
      422,
      "invalid",
    ]);
    const elsewhere = { ...annotation, articleSlug: other.slug };
    expect(await reasonOf(await put(elsewhere, ifMatch(1)))).toEqual([422, "invalid"]);
  });

  test("a change made from an older state is told the current one, and changes nothing", async () => {
    await created();
    const newer = await (await put({ ...annotation, colour: "green" }, ifMatch(1))).json();
    const response = await put({ ...annotation, colour: "pink" }, ifMatch(1));
    expect(response.status).toBe(412);
    expect(await response.json()).toMatchObject({ reason: "stale", current: newer });
    expect(await (await get()).json()).toEqual(newer);
  });

  test("of twenty different changes from the same state exactly one is applied", async () => {
    await created();
    const changes = Array.from({ length: 20 }, (_, index) =>
      put({ ...annotation, note: note(`Fassung ${index}`) }, ifMatch(1)),
    );
    const statuses = (await Promise.all(changes)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array(19).fill(412)]);
    expect((await (await get()).json()).revision).toBe(2);
  });

  test("what is not there cannot be replaced", async () => {
    expect(await reasonOf(await put(annotation, ifMatch(1)))).toEqual([404, "not-found"]);
  });
});

describe("deleting and restoring", () => {
  test("a deleted annotation is gone, and restoring brings it back as it was", async () => {
    const stored = await created();
    const deleted = await remove(1);
    expect(deleted.status).toBe(200);
    expect(deleted.headers.get("etag")).toBe('"2"');
    expect(await deleted.json()).toEqual({ id: annotation.id, revision: 2 });
    expect(await reasonOf(await get())).toEqual([404, "not-found"]);

    const restored = await restore(2);
    expect(restored.status).toBe(200);
    const { updatedAt: _, ...same } = stored;
    expect(await restored.json()).toMatchObject({ ...same, revision: 3 });
    expect((await get()).status).toBe(200);
  });

  test("a late PUT never revives what was deleted", async () => {
    await created();
    await remove(1);
    for (const headers of [create, ifMatch(1), ifMatch(2)]) {
      expect(await reasonOf(await put(annotation, headers))).toEqual([404, "not-found"]);
    }
    expect((await get()).status).toBe(404);
  });

  test("deleting from an older state is refused", async () => {
    await created();
    await put({ ...annotation, colour: "green" }, ifMatch(1));
    expect(await reasonOf(await remove(1))).toEqual([412, "stale"]);
    expect((await get()).status).toBe(200);
  });

  test("deleting twice finds nothing the second time", async () => {
    await created();
    await remove(1);
    expect(await reasonOf(await remove(2))).toEqual([404, "not-found"]);
  });

  test("restoring what was never deleted is refused", async () => {
    await created();
    expect(await reasonOf(await restore(1))).toEqual([412, "stale"]);
  });
});

describe("sending again", () => {
  const key = { "idempotency-key": "5d1c1f4e-9a5e-4a65-8f0e-2f4b8a4d7c11" };

  test("the same change has the same answer, whatever happened since", async () => {
    const first = await put(annotation, { ...create, ...key });
    const body = await first.json();
    await put({ ...annotation, colour: "pink" }, ifMatch(1));

    const second = await put(annotation, { ...create, ...key });
    expect([second.status, second.headers.get("etag")]).toEqual([201, '"1"']);
    expect(await second.json()).toEqual(body);
    expect((await (await get()).json()).colour).toBe("pink");
  });

  test("twenty at once are applied once", async () => {
    const attempts = Array.from({ length: 20 }, () => put(annotation, { ...create, ...key }));
    const responses = await Promise.all(attempts);
    expect(responses.map(({ status }) => status)).toEqual(Array(20).fill(201));
    const bodies = await Promise.all(responses.map((response) => response.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(await db().change.count({ where: { annotationId: annotation.id } })).toBe(1);
  });

  test("a delete that is sent again is answered again", async () => {
    await created();
    await remove(1, key);
    const again = await remove(1, key);
    expect([again.status, await again.json()]).toEqual([200, { id: annotation.id, revision: 2 }]);
  });

  test.each([
    ["another body", () => put({ ...annotation, colour: "pink" }, { ...create, ...key })],
    ["another state", () => put(annotation, { ...ifMatch(1), ...key })],
    ["another act", () => remove(1, key)],
    ["another annotation", () => put(other(), { ...create, ...key }, { id: other().id })],
  ])("the same key with %s is refused", async (_, act) => {
    await put(annotation, { ...create, ...key });
    expect(await reasonOf(await act())).toEqual([422, "key-reused"]);
  });

  function other() {
    return { ...annotation, id: "0f0e3c52-6d0f-4a0e-9c3b-0d3f3b1f7a55" };
  }

  test("a key belongs to its sender: another's is no answer", async () => {
    await put(annotation, { ...create, ...key });
    const who = await newVisitor();
    const own = makeAnnotation(reading, "Hafen");
    const response = await put(own, { ...create, ...key }, { who, id: own.id });
    expect(response.status).toBe(201);
    expect((await response.json()).id).toBe(own.id);
  });

  test("a refused change leaves its key free, so that it can be sent again when it fits", async () => {
    expect((await put(annotation, { ...ifMatch(1), ...key })).status).toBe(404);
    await created();
    expect((await put(annotation, { ...ifMatch(1), ...key })).status).toBe(200);
  });
});

describe("another's annotation", () => {
  let other: Visitor;

  beforeEach(async () => {
    await created();
    other = await newVisitor("owner");
  });

  test("is not there for anybody else, not even the installation's owner", async () => {
    const who = other;
    const attempts = [
      get({ who }),
      put(annotation, create, { who }),
      put(annotation, ifMatch(1), { who }),
      remove(1, {}, { who }),
      restore(1, {}, { who }),
    ];
    for (const response of await Promise.all(attempts)) {
      expect(await reasonOf(response)).toEqual([404, "not-found"]);
    }
    expect((await (await get()).json()).revision).toBe(1);
  });
});

describe("without what every change needs", () => {
  test.each([
    ["a session", { cookie: null }, 401, "signed-out"],
    ["a key", { "idempotency-key": null }, 428, "missing-key"],
    ["a state", { "if-none-match": null }, 428, "missing-condition"],
    ["an origin", { origin: null }, 403, "foreign-origin"],
    ["our origin", { origin: "https://elsewhere.example" }, 403, "foreign-origin"],
    ["a JSON body", { "content-type": "text/plain" }, 400, "malformed"],
    ["a readable key", { "idempotency-key": "one" }, 422, "invalid"],
    ["a readable state", { "if-none-match": null, "if-match": "1" }, 400, "malformed"],
    ["a strong state", { "if-none-match": null, "if-match": 'W/"1"' }, 400, "malformed"],
    ["one state", { "if-match": '"1"' }, 400, "malformed"],
    [
      "a state that can be",
      { "if-none-match": null, "if-match": '"99999999999"' },
      400,
      "malformed",
    ],
  ])("%s: refused", async (_, headers, status, reason) => {
    expect(await reasonOf(await put(annotation, { ...create, ...headers }))).toEqual([
      status,
      reason,
    ]);
    expect(await db().annotation.count({ where: { id: annotation.id } })).toBe(0);
  });

  test("deleting and restoring need a revision to start from", async () => {
    await created();
    const headers = { "if-match": null, ...create };
    expect(await reasonOf(await remove(1, headers))).toEqual([428, "missing-condition"]);
    expect(await reasonOf(await restore(1, headers))).toEqual([428, "missing-condition"]);
  });
});

describe("bad input", () => {
  test("a note of a megabyte is too large", async () => {
    const huge = { ...annotation, note: note("x".repeat(1_000_000)) };
    const response = await put(huge, { ...create, "accept-language": "de" });
    expect(response.status).toBe(413);
    expect((await response.json()).title).toBe("Das ist zu groß.");
  });

  test("a note that is longer than notes may be, in a body that is not, is invalid", async () => {
    const response = await put({ ...annotation, note: note("x".repeat(120_000)) });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ reason: "invalid", fields: ["note"] });
  });

  test("malformed JSON is malformed", async () => {
    expect(await reasonOf(await put('{"id":'))).toEqual([400, "malformed"]);
  });

  test("an unknown article is not there", async () => {
    const lost = { ...annotation, articleSlug: "gibt-es-nicht" };
    expect(await reasonOf(await put(lost))).toEqual([404, "not-found"]);
  });

  test("another's draft is as absent as an unknown article", async () => {
    const { viewer } = await newVisitor();
    const slug = `entwurf-${randomUUID()}`;
    const draft = await seedArticle({ slug, audience: "draft", importedById: viewer.id });
    const onDraft = makeAnnotation(draft, "drei Schiffe", { id: annotation.id });
    expect(await reasonOf(await put(onDraft))).toEqual([404, "not-found"]);
  });

  test.each<[string, (valid: Annotation) => unknown]>([
    ["nothing", () => null],
    ["a list", (valid) => [valid]],
    ["a member that is unknown", (valid) => ({ ...valid, ownerId: "me" })],
    ["a missing member", ({ colour: _, ...rest }) => rest],
    ["a colour that is none", (valid) => ({ ...valid, colour: "red" })],
    ["an operator in place of a text", (valid) => ({ ...valid, colour: { not: "red" } })],
    ["an operator in place of the id", (valid) => ({ ...valid, id: { contains: "" } })],
    ["an operator in place of the article", (valid) => ({ ...valid, articleSlug: { gt: "" } })],
    ["the id of another", (valid) => ({ ...valid, id: randomUUID() })],
    ["an id that is none", (valid) => ({ ...valid, id: "1" })],
    ["NUL in a note", (valid) => ({ ...valid, note: note("a\0b") })],
    ["half a surrogate pair in a note", (valid) => ({ ...valid, note: note("a\ud83d") })],
    [
      "an image in a note",
      (valid) => ({ ...valid, note: { type: "doc", content: [{ type: "image" }] } }),
    ],
    ["a link that runs a script", (valid) => ({ ...valid, note: scriptNote })],
    ["a prototype in a note", () => '{"note":{"__proto__":{"type":"doc"}}}'],
  ])("%s is invalid", async (_, change) => {
    expect(await reasonOf(await put(change(annotation)))).toEqual([422, "invalid"]);
    expect(await db().annotation.count({ where: { id: annotation.id } })).toBe(0);
  });

  test.each<[string, (anchor: Annotation["anchor"]) => unknown]>([
    [
      "a block that is not there",
      (anchor) => ({ ...anchor, start: { block: "db999", offset: 0 } }),
    ],
    [
      "a block of the other side",
      (anchor) => ({ ...anchor, start: { ...anchor.start, block: "eb1" } }),
    ],
    [
      "an offset outside the text",
      (anchor) => ({ ...anchor, end: { ...anchor.end, offset: 5000 } }),
    ],
    ["an end before its start", (anchor) => ({ ...anchor, start: anchor.end, end: anchor.start })],
    ["other words", (anchor) => ({ ...anchor, exact: "vier Schiffe" })],
    ["words before it that are not there", (anchor) => ({ ...anchor, prefix: "Am Abend" })],
    ["a sentence it does not touch", (anchor) => ({ ...anchor, sentences: ["ds999"] })],
    ["a version that never was", (anchor) => ({ ...anchor, version: 7 })],
    ["a negative offset", (anchor) => ({ ...anchor, start: { ...anchor.start, offset: -1 } })],
    [
      "an offset between two code units",
      (anchor) => ({ ...anchor, start: { ...anchor.start, offset: 1.5 } }),
    ],
  ])("an anchor with %s is invalid", async (_, change) => {
    const response = await put({ ...annotation, anchor: change(annotation.anchor) });
    expect(await reasonOf(response)).toEqual([422, "invalid"]);
  });

  test.each(["1", "..", "%00", "null", "a".repeat(5000)])("the id %j is not there", async (id) => {
    for (const response of [await get({ id }), await remove(1, {}, { id })]) {
      expect(await reasonOf(response)).toEqual([404, "not-found"]);
    }
  });
});

const scriptNote = {
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: [
        {
          type: "text",
          text: "hier",
          marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }],
        },
      ],
    },
  ],
};

test("what a change did is in the feed, in order", async () => {
  await created();
  await put({ ...annotation, colour: "green" }, ifMatch(1));
  await remove(2);
  await restore(3);
  await put({ ...annotation, colour: "pink" }, ifMatch(1)); // refused, so not there
  const changes = await db().change.findMany({
    where: { annotationId: annotation.id },
    orderBy: { sequence: "asc" },
  });
  expect(changes.map(({ kind }) => kind)).toEqual(["created", "replaced", "deleted", "restored"]);
});

describe("tags", () => {
  async function tagsOf(body: unknown, headers: Headers) {
    const response = await put(body, headers);
    expect(response.ok).toBe(true);
    return (await response.json()).tags;
  }

  test("they are given back in their order, each once, and replaced with the annotation", async () => {
    const tags = ["Wortwahl", " zu  prüfen", "wortwahl"];
    expect(await tagsOf({ ...annotation, tags }, create)).toEqual(["Wortwahl", "zu prüfen"]);
    expect((await (await get()).json()).tags).toEqual(["Wortwahl", "zu prüfen"]);
    expect(await tagsOf({ ...annotation, tags: ["Zahl"] }, ifMatch(1))).toEqual(["Zahl"]);
    expect(await tagsOf({ ...annotation, tags: [] }, ifMatch(2))).toEqual([]);
  });

  test("a tag that one has under another spelling keeps the first; somebody else's stays theirs", async () => {
    await tagsOf({ ...annotation, tags: ["Wortwahl"] }, create);
    const second = { ...makeAnnotation(reading, "Hafen"), tags: ["WORTWAHL"] };
    const same = await put(second, create, { id: second.id });
    expect((await same.json()).tags).toEqual(["Wortwahl"]);
    const other = { ...makeAnnotation(reading, "Hafen"), tags: ["wortWahl"] };
    const others = await put(other, create, { id: other.id, who: await newVisitor() });
    expect((await others.json()).tags).toEqual(["wortWahl"]);
  });

  test.each([[[""]], [["x".repeat(61)]], ["Wortwahl"], [[1]], [Array(21).fill("a")]])(
    "%j are refused",
    async (tags) => {
      expect(await reasonOf(await put({ ...annotation, tags }))).toEqual([422, "invalid"]);
    },
  );
});
