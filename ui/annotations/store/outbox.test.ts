import "fake-indexeddb/auto";
import { afterEach, expect, test, vi } from "vitest";
import { openOutbox } from "./outbox";
import { goneTabs, holdTab } from "./tab-life";

afterEach(() => vi.unstubAllGlobals());

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
