import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Annotation, StoredAnnotation } from "@/core/annotation/annotation";
import { type AnnotationStore, openAnnotationStore } from "./annotation-store";
import { makeId } from "./make-id";
import { openOutbox } from "./outbox";
import { type FakeServer, openFakeServer } from "./testing/fake-server";

let server: FakeServer;
const open: AnnotationStore[] = [];

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  server = openFakeServer();
  vi.stubGlobal("fetch", server.fetch);
});

afterEach(() => {
  for (const store of open.splice(0)) store.close();
  vi.unstubAllGlobals();
});

/** A tab that shows the article. */
function openTab(articleSlug = "probe"): AnnotationStore {
  const store = openAnnotationStore(articleSlug, openOutbox());
  open.push(store);
  return store;
}

function highlight(part: Partial<Annotation> = {}): Annotation {
  return {
    id: makeId(),
    articleSlug: "probe",
    anchor: {
      version: 1,
      side: "de",
      start: { block: "db1", offset: 0 },
      end: { block: "db1", offset: 4 },
      sentences: ["ds1"],
      exact: "Kiew",
      prefix: "",
      suffix: " zögerte",
    },
    colour: "yellow",
    note: null,
    tags: [],
    audience: "me",
    groupId: null,
    twin: null,
    ...part,
  };
}

function noteOf(text: string): Annotation["note"] {
  return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}

function textsIn(store: AnnotationStore): readonly string[] {
  return store.getSnapshot().annotations.map(({ annotation }) => {
    const first = annotation.note?.content[0];
    const text = first && "content" in first ? first.content?.[0] : undefined;
    return `${annotation.colour} ${text?.type === "text" ? text.text : "–"}`;
  });
}

async function untilSaved(store: AnnotationStore) {
  await vi.waitFor(() => expect(store.getSnapshot().sync).toEqual({ kind: "saved" }), 4000);
}

function storedTexts(): readonly string[] {
  return server.annotations().map(({ colour, revision }) => `${colour} ${revision}`);
}

describe("a change", () => {
  test("shows at once and is saved afterwards", async () => {
    const tab = openTab();
    tab.put(highlight());
    expect(textsIn(tab)).toEqual(["yellow –"]);
    expect(tab.getSnapshot().sync).toEqual({ kind: "saving" });
    await untilSaved(tab);
    expect(storedTexts()).toEqual(["yellow 1"]);
    expect(tab.getSnapshot().annotations[0]?.isSaved).toBe(true);
  });

  test("is sent in the order it was made, each on the revision before it", async () => {
    const tab = openTab();
    const one = highlight();
    tab.put(one);
    await untilSaved(tab);
    tab.put({ ...one, colour: "green" });
    await untilSaved(tab);
    tab.put({ ...one, colour: "blue", note: noteOf("Warum?") });
    await untilSaved(tab);
    expect(storedTexts()).toEqual(["blue 3"]);
    expect(server.changes().map(({ condition }) => condition)).toEqual(["*", '"1"', '"2"']);
  });

  test("made before the one before it was sent is melted into it", async () => {
    server.refuseConnections(true);
    const tab = openTab();
    const one = highlight();
    tab.put(one);
    tab.put({ ...one, colour: "pink" });
    tab.put({ ...one, colour: "pink", note: noteOf("Nun ja.") });
    server.refuseConnections(false);
    await untilSaved(tab);
    expect(server.changes()).toHaveLength(1);
    expect(textsIn(tab)).toEqual(["pink Nun ja."]);
  });

  test("whose answer was lost is applied once", async () => {
    server.loseAnswers(1);
    const tab = openTab();
    tab.put(highlight());
    await untilSaved(tab);
    const keys = server.changes().map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(storedTexts()).toEqual(["yellow 1"]);
  });

  test("waits in words while there is no connection, and survives a reload", async () => {
    server.refuseConnections(true);
    const tab = openTab();
    tab.put(highlight({ note: noteOf("Nicht verlieren!") }));
    await vi.waitFor(() => expect(tab.getSnapshot().sync).toEqual({ kind: "waiting" }));
    tab.close();

    const reloaded = openTab();
    await vi.waitFor(() => expect(textsIn(reloaded)).toEqual(["yellow Nicht verlieren!"]));
    server.refuseConnections(false);
    globalThis.dispatchEvent?.(new Event("online"));
    await vi.waitFor(() => expect(storedTexts()).toEqual(["yellow 1"]), 5000);
  });

  test("of another article is sent too", async () => {
    server.refuseConnections(true);
    const tab = openTab("elsewhere");
    tab.put(highlight({ articleSlug: "elsewhere" }));
    await vi.waitFor(() => expect(tab.getSnapshot().sync).toEqual({ kind: "waiting" }));
    tab.close();
    server.refuseConnections(false);
    const other = openTab("probe");
    await vi.waitFor(() => expect(server.annotations()).toHaveLength(1), 5000);
    expect(other.getSnapshot().annotations).toEqual([]);
  });

  test("that the server will not take says why, stays, and can be sent again", async () => {
    server.answerNext(422);
    const tab = openTab();
    const one = highlight({ note: noteOf("Eigensinn") });
    tab.put(one);
    await vi.waitFor(() =>
      expect(tab.getSnapshot().sync).toEqual({ kind: "refused", refusal: "invalid" }),
    );
    expect(tab.getSnapshot().annotations[0]).toMatchObject({ refusal: "invalid", isSaved: false });
    tab.retry(one.id);
    await untilSaved(tab);
    expect(storedTexts()).toEqual(["yellow 1"]);
  });

  test.each([429, 500, 503])("is sent again after a %i", async (status) => {
    server.answerNext(status);
    const tab = openTab();
    tab.put(highlight());
    await untilSaved(tab);
    expect(server.changes()).toHaveLength(1);
  });
});

describe("deleting", () => {
  test("hides at once, and undo brings it back on the server too", async () => {
    const tab = openTab();
    const one = highlight({ note: noteOf("Doch behalten") });
    tab.put(one);
    await untilSaved(tab);
    tab.remove(one.id);
    expect(textsIn(tab)).toEqual([]);
    await untilSaved(tab);
    expect(server.annotations()).toEqual([]);
    tab.restore(one.id);
    expect(textsIn(tab)).toEqual(["yellow Doch behalten"]);
    await untilSaved(tab);
    expect(storedTexts()).toEqual(["yellow 3"]);
  });

  test("undone at once is never sent", async () => {
    const tab = openTab();
    const one = highlight();
    tab.put(one);
    await untilSaved(tab);
    server.refuseConnections(true);
    tab.remove(one.id);
    tab.restore(one.id);
    server.refuseConnections(false);
    await untilSaved(tab);
    expect(storedTexts()).toEqual(["yellow 1"]);
  });

  test("what is gone already is done", async () => {
    const tab = openTab();
    const one = highlight();
    tab.put(one);
    await untilSaved(tab);
    server.deleteElsewhere(one.id);
    tab.remove(one.id);
    await untilSaved(tab);
    expect(textsIn(tab)).toEqual([]);
  });
});

describe("when somebody changed it meanwhile", () => {
  async function withChangeElsewhere(change: (stored: StoredAnnotation) => StoredAnnotation) {
    const tab = openTab();
    const one = highlight({ note: noteOf("Erste Fassung") });
    tab.put(one);
    await untilSaved(tab);
    server.changeElsewhere(one.id, change);
    return { tab, one };
  }

  test("two notes are both kept", async () => {
    const { tab, one } = await withChangeElsewhere((stored) => ({
      ...stored,
      note: noteOf("Ihre"),
    }));
    tab.put({ ...one, note: noteOf("Meine") });
    await untilSaved(tab);
    expect([...textsIn(tab)].sort()).toEqual(["yellow Ihre", "yellow Meine"]);
    expect(tab.getSnapshot().keptBoth).toBe(1);
    expect(server.annotations()).toHaveLength(2);
  });

  test("a colour goes on top of their colour", async () => {
    const { tab, one } = await withChangeElsewhere((stored) => ({ ...stored, colour: "green" }));
    tab.put({ ...one, colour: "pink" });
    await untilSaved(tab);
    expect(textsIn(tab)).toEqual(["pink Erste Fassung"]);
    expect(server.annotations()).toHaveLength(1);
  });

  test("deleting it is given up", async () => {
    const { tab, one } = await withChangeElsewhere((stored) => ({
      ...stored,
      note: noteOf("Neu"),
    }));
    tab.remove(one.id);
    await untilSaved(tab);
    expect(textsIn(tab)).toEqual(["yellow Neu"]);
  });

  test("a note that was deleted elsewhere comes back only as a new one, when the reader says so", async () => {
    const tab = openTab();
    const one = highlight({ note: noteOf("Alt") });
    tab.put(one);
    await untilSaved(tab);
    server.deleteElsewhere(one.id);
    tab.put({ ...one, note: noteOf("Weiter gedacht") });
    await vi.waitFor(() =>
      expect(tab.getSnapshot().annotations[0]?.refusal).toBe("deleted-elsewhere"),
    );
    expect(server.annotations()).toEqual([]);
    tab.retry(one.id);
    await untilSaved(tab);
    expect(server.annotations().map(({ id }) => id === one.id)).toEqual([false]);
    expect(textsIn(tab)).toEqual(["yellow Weiter gedacht"]);
  });
});

describe("two tabs", () => {
  test("at their first mark make one account", async () => {
    const [one, other] = [openTab(), openTab()];
    one.put(highlight());
    other.put(highlight({ colour: "blue" }));
    await Promise.all([untilSaved(one), untilSaved(other)]);
    expect(server.accounts()).toBe(1);
    expect([...storedTexts()].sort()).toEqual(["blue 1", "yellow 1"]);
  });

  test("see what the other saved and deleted", async () => {
    const [one, other] = [openTab(), openTab()];
    const mark = highlight({ note: noteOf("Für beide") });
    one.put(mark);
    await vi.waitFor(() => expect(textsIn(other)).toEqual(["yellow Für beide"]));
    await untilSaved(one);
    other.put({ ...mark, colour: "green" });
    await vi.waitFor(() => expect(textsIn(one)).toEqual(["green Für beide"]));
    await vi.waitFor(() => expect(storedTexts()).toEqual(["green 2"]));
    one.remove(mark.id);
    await vi.waitFor(() => expect(textsIn(other)).toEqual([]));
  });
});

test("a session that has ended is made anew", async () => {
  const tab = openTab();
  tab.put(highlight());
  await untilSaved(tab);
  server.endSession();
  tab.put(highlight({ colour: "pink" }));
  await untilSaved(tab);
  expect(server.accounts()).toBe(2);
  expect(server.annotations()).toHaveLength(2);
});

test("where IndexedDB is forbidden, changes are kept as long as the page lives", async () => {
  vi.stubGlobal("indexedDB", undefined);
  const tab = openTab();
  tab.put(highlight());
  await untilSaved(tab);
  expect(storedTexts()).toEqual(["yellow 1"]);
});

describe("a thread", () => {
  function threadIn(store: AnnotationStore) {
    const [shown] = store.getSnapshot().annotations;
    return shown?.replies.map(({ note }) => (note ? textOf(note) : "gelöscht"));
  }

  function textOf(note: NonNullable<Annotation["note"]>): string {
    const [first] = note.content;
    const text = first && "content" in first ? first.content?.[0] : undefined;
    return text?.type === "text" ? text.text : "–";
  }

  function replyTo({ id: annotationId }: Annotation, text: string) {
    return { id: makeId(), annotationId, note: noteOf(text) ?? { type: "doc", content: [] } };
  }

  test("begun without a connection is sent after what it answers, and survives a reload", async () => {
    server.refuseConnections(true);
    const tab = openTab();
    const mark = highlight();
    tab.put(mark);
    tab.putReply(replyTo(mark, "Weil."));
    tab.resolve(mark.id, true);
    expect(threadIn(tab)).toEqual(["Weil."]);
    await vi.waitFor(() => expect(tab.getSnapshot().sync.kind).toBe("waiting"), 4000);
    tab.close();

    const again = openTab();
    await vi.waitFor(() => expect(threadIn(again)).toEqual(["Weil."]));
    server.refuseConnections(false);
    await vi.waitFor(() => expect(server.replies()).toHaveLength(1), 8000);
    await vi.waitFor(() => expect(server.annotations()[0]?.resolvedAt).not.toBeNull(), 8000);
    expect(server.changes()).toHaveLength(3);
  });

  test("keeps the place of a deleted reply while it goes on, and undo brings the reply back", async () => {
    const tab = openTab();
    const mark = highlight();
    tab.put(mark);
    const [one, two] = [replyTo(mark, "eins"), replyTo(mark, "zwei")];
    tab.putReply(one);
    tab.putReply(two);
    await untilSaved(tab);
    tab.removeReply(one.id);
    expect(threadIn(tab)).toEqual(["gelöscht", "zwei"]);
    await untilSaved(tab);
    expect(threadIn(tab)).toEqual(["gelöscht", "zwei"]);
    tab.restoreReply(one.id);
    await untilSaved(tab);
    expect(threadIn(tab)).toEqual(["eins", "zwei"]);
    tab.removeReply(two.id);
    expect(threadIn(tab)).toEqual(["eins"]);
  });

  test("whose annotation is gone says so, and keeps the words", async () => {
    const tab = openTab();
    const mark = highlight();
    tab.putReply(replyTo(mark, "wohin?"));
    const gone = { kind: "refused", refusal: "thread-gone" };
    await vi.waitFor(() => expect(tab.getSnapshot().sync).toEqual(gone));
  });

  test("that two tabs answer in different words on the same reply keeps both", async () => {
    const [one, other] = [openTab(), openTab()];
    const mark = highlight();
    one.put(mark);
    const reply = replyTo(mark, "Anfang");
    one.putReply(reply);
    await untilSaved(one);
    await vi.waitFor(() => expect(threadIn(other)).toEqual(["Anfang"]));
    server.refuseConnections(true);
    one.putReply({ ...reply, note: noteOf("hier") ?? reply.note });
    server.changeReplyElsewhere(reply.id, noteOf("dort") ?? reply.note);
    server.refuseConnections(false);
    one.resolve(mark.id, true);
    await vi.waitFor(() => expect(threadIn(one)).toEqual(["dort", "hier"]), 8000);
  });

  test("is resolved and reopened, and the other tab sees it", async () => {
    const [one, other] = [openTab(), openTab()];
    const mark = highlight();
    one.put(mark);
    one.resolve(mark.id, true);
    await untilSaved(one);
    const isResolved = () => other.getSnapshot().annotations[0]?.resolvedAt != null;
    await vi.waitFor(() => expect(isResolved()).toBe(true));
    other.resolve(mark.id, false);
    expect(isResolved()).toBe(false);
    await vi.waitFor(() => expect(server.annotations()[0]?.resolvedAt).toBeNull(), 4000);
  });
});

test("tags that two tabs give are joined when they meet", async () => {
  const tab = openTab();
  const mark = highlight({ tags: ["Zahl"] });
  tab.put(mark);
  await untilSaved(tab);
  server.changeElsewhere(mark.id, (stored) => ({ ...stored, tags: ["Zahl", "dort"] }));
  tab.put({ ...mark, tags: ["zahl", "hier"] });
  await vi.waitFor(
    () => expect(server.annotations()[0]?.tags).toEqual(["Zahl", "dort", "hier"]),
    4000,
  );
});
