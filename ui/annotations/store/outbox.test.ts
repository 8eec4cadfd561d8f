import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Annotation } from "@/core/annotation/annotation";
import { makeId } from "./make-id";
import { type Hindrance, type Outbox, openOutbox } from "./outbox";
import type { Wish } from "./queue-change";
import { goneTabs, holdTab } from "./tab-life";

beforeEach(() => vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

let order = 0;

function add(outbox: Outbox, wish: Pick<Wish, "kind" | "revision">): Promise<void> {
  order += 1;
  const stamp = { key: makeId(), order, madeAt: "2026-01-01T00:00:00.000Z" };
  return outbox.add({ ...wish, annotation }, stamp);
}

/** As the server was asked, and what it answered. */
async function send(outbox: Outbox, revision: number): Promise<void> {
  const [next] = await outbox.list();
  await outbox.claim(next?.key ?? "");
  await outbox.settle(next?.key ?? "", revision);
}

const annotation: Annotation = {
  id: "00000000-0000-4000-8000-000000000001",
  articleSlug: "probe",
  anchor: {
    version: 1,
    side: "de",
    start: { block: "db1", offset: 0 },
    end: { block: "db1", offset: 4 },
    sentences: ["ds1"],
    exact: "Kiew",
    prefix: "",
    suffix: "",
  },
  twin: null,
  colour: "yellow",
  note: null,
  tags: [],
  audience: "me",
  groupId: null,
};

/** The browser's locks, of which this file knows only who holds one. */
function stubLocks() {
  const held = new Set<string>();
  vi.stubGlobal("navigator", {
    locks: {
      async request(name: string, act: () => Promise<void>) {
        held.add(name);
        await act();
        held.delete(name);
      },
      query: async () => ({ held: [...held].map((name) => ({ name })), pending: [] }),
    },
  });
}

test("one tab holds the lease, and another takes it only when its time is over or its holder is gone", async () => {
  stubLocks();
  const outbox = await openOutbox();
  const letGo = holdTab("first");
  holdTab("second");
  const [first, second] = ["first", "second"].map((holder) => ({ name: "outbox", holder }));
  if (!first || !second) throw new Error("No tabs");
  expect(await outbox.takeLease(first, 25_000)).toBe(true);
  expect(await outbox.takeLease(second, 25_000, await goneTabs())).toBe(false);
  letGo();
  await Promise.resolve();
  expect(await outbox.takeLease(second, 25_000)).toBe(false);
  expect(await outbox.takeLease(second, 25_000, await goneTabs())).toBe(true);
  expect(await outbox.takeLease(first, 25_000, await goneTabs())).toBe(false);
});

test("without the browser's locks nobody is said to be gone", async () => {
  vi.stubGlobal("navigator", {});
  holdTab("first");
  expect((await goneTabs())("first")).toBe(false);
});

// The answer is in the outbox a moment before the page has heard of it, and what the reader does in that moment is not a conflict.
test("what was done before the answer to one's own change was heard builds on that answer", async () => {
  const outbox = await openOutbox();
  await add(outbox, { kind: "put", revision: null });
  await send(outbox, 1);
  await add(outbox, { kind: "put", revision: null });
  expect(await outbox.list()).toMatchObject([{ kind: "replace", base: 1 }]);
  await send(outbox, 2);
  await add(outbox, { kind: "delete", revision: null });
  expect(await outbox.list()).toMatchObject([{ kind: "delete", base: 2 }]);
  await send(outbox, 3);
  await add(outbox, { kind: "restore", revision: 1 });
  expect(await outbox.list()).toMatchObject([{ kind: "restore", base: 3 }]);
});

test("what somebody else has changed meanwhile stays unseen, so that it is not written over", async () => {
  const outbox = await openOutbox();
  await add(outbox, { kind: "put", revision: 1 });
  await send(outbox, 2);
  // Somebody else made revision 3, on which a change of another tab built.
  await add(outbox, { kind: "put", revision: 3 });
  await send(outbox, 4);
  await add(outbox, { kind: "put", revision: 2 });
  expect(await outbox.list()).toMatchObject([{ kind: "replace", base: 2 }]);
});

test("behind a tab with the outbox of an older release it says so, and goes on when that tab is closed", async () => {
  const older = await openDB("zwiesprache-annotations", 1, {
    upgrade(db) {
      db.createObjectStore("changes", { keyPath: "key" });
      db.createObjectStore("leases", { keyPath: "name" });
    },
  });
  const said: (Hindrance | null)[] = [];
  const opening = openOutbox((hindrance) => said.push(hindrance));
  await vi.waitFor(() => expect(said).toEqual(["older-tab"]));
  older.close();
  const outbox = await opening;
  expect(said).toEqual(["older-tab", null]);
  await add(outbox, { kind: "put", revision: null });
  expect(await outbox.list()).toHaveLength(1);
});

test("before a tab with the outbox of a newer release it lets go after what was being kept, and says so", async () => {
  const said: (Hindrance | null)[] = [];
  const outbox = await openOutbox((hindrance) => said.push(hindrance));
  const adding = add(outbox, { kind: "put", revision: null });
  const newer = await openDB("zwiesprache-annotations", 3);
  await adding;
  expect(await newer.getAll("changes")).toHaveLength(1);
  expect(said).toEqual(["newer-tab"]);
  await expect(add(outbox, { kind: "put", revision: null })).rejects.toThrow();
});

test("has the next page awake that has to send what waits", async () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", { setItem: (key: string, value: string) => kept.set(key, value) });
  const outbox = await openOutbox();
  expect(kept.size).toBe(0);
  await add(outbox, { kind: "put", revision: 0 });
  expect(kept.size).toBe(1);
  outbox.close();
});
