import { type DBSchema, openDB } from "idb";
import { type Change, changeSchema, queueIdOf, type Refusal, type Stamp } from "./change";
import { queueChange, type Wish } from "./queue-change";

/**
 * What became of the last change of one thing, all of them its reader's own: `since` is the revision that the first of them
 * built on (0 for none), `revision` the one that the last of them got.
 */
type Settled = {
  readonly queueId: string;
  readonly since: number;
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly at: number;
};

type Lease = { readonly name: string; readonly holder: string; readonly expiresAt: number };

/** What is on its way to the server, kept so that a reload, a crash or a night offline loses nothing. */
export type Outbox = {
  /** The changes of all articles, oldest first. */
  list(): Promise<readonly Change[]>;
  /** Melts a wish into the queue of what it is of. */
  add(wish: Wish, stamp: Stamp): Promise<void>;
  /** Notes that a change is about to be sent, and returns it as it is now; `null` when it is gone. */
  claim(key: string): Promise<Change | null>;
  /** Takes out a change that was applied; the one after it builds on `revision`. */
  settle(key: string, revision: number | null): Promise<void>;
  refuse(key: string, refusal: Refusal): Promise<void>;
  /** Puts a new queue in the place of all changes of one thing. */
  replaceQueue(queueId: string, queue: readonly Change[]): Promise<void>;
  /**
   * Takes or renews a lease that at most one tab holds; `navigator.locks` does not exist on plain HTTP, so it ends with
   * its time, or with a holder that `isGone`.
   */
  takeLease(
    lease: Omit<Lease, "expiresAt">,
    lifetimeMs: number,
    isGone?: (holder: string) => boolean,
  ): Promise<boolean>;
  releaseLease(lease: Omit<Lease, "expiresAt">): Promise<void>;
  close(): void;
};

/** Where records are, inside one transaction. */
type Table<Value> = {
  get(key: string): Promise<Value | undefined>;
  getAll(): Promise<Value[]>;
  put(value: Value): Promise<unknown>;
  delete(key: string): Promise<unknown>;
};

type Storage = {
  changes<T>(act: (table: Table<Change>, settled: Table<Settled>) => Promise<T>): Promise<T>;
  leases<T>(act: (table: Table<Lease>) => Promise<T>): Promise<T>;
  close(): void;
};

interface OutboxSchema extends DBSchema {
  changes: { key: string; value: Change };
  leases: { key: string; value: Lease };
  settled: { key: string; value: Settled };
}

/**
 * What stands between this tab and the outbox: `older-tab`, another tab holds it in a shape of before and has to be closed
 * first; `newer-tab`, another tab needs it in a shape that this one does not know, and this one has let go of it.
 */
export type Hindrance = "older-tab" | "newer-tab";

/** The outbox of this browser, shared by its tabs. Where IndexedDB is forbidden it lives as long as the page. */
export async function openOutbox(
  onHindrance: (hindrance: Hindrance | null) => void = () => {},
): Promise<Outbox> {
  return makeOutbox(await openDatabase(onHindrance).catch(() => keepInMemory()));
}

/** What waits here is sent by a page's scripts: the next page must not rest (app/early.js sees that something is kept). */
function wakeNextPage(): void {
  try {
    localStorage.setItem("outbox", "used");
  } catch {
    // storage is forbidden: it waits for the reader's first move
  }
}

async function openDatabase(onHindrance: (hindrance: Hindrance | null) => void): Promise<Storage> {
  let isBlocked = false;
  const db = await openDB<OutboxSchema>("zwiesprache-annotations", 2, {
    upgrade(db, before) {
      if (before < 1) {
        db.createObjectStore("changes", { keyPath: "key" });
        db.createObjectStore("leases", { keyPath: "name" });
      }
      db.createObjectStore("settled", { keyPath: "queueId" });
    },
    blocked() {
      isBlocked = true;
      onHindrance("older-tab");
    },
    blocking(_current, _wanted, event) {
      // What is being written is written first; then the other tab need not wait for this one.
      if (event.target instanceof IDBDatabase) event.target.close();
      onHindrance("newer-tab");
    },
  });
  if (isBlocked) onHindrance(null);
  return {
    async changes(act) {
      const tx = db.transaction(["changes", "settled"], "readwrite");
      const result = await act(tx.objectStore("changes"), tx.objectStore("settled"));
      await tx.done;
      return result;
    },
    async leases(act) {
      const tx = db.transaction("leases", "readwrite");
      const result = await act(tx.store);
      await tx.done;
      return result;
    },
    close: () => db.close(),
  };
}

function keepInMemory(): Storage {
  const changes = memoryTable<Change>((change) => change.key);
  const leases = memoryTable<Lease>((lease) => lease.name);
  const settled = memoryTable<Settled>(({ queueId }) => queueId);
  return {
    changes: (act) => act(changes, settled),
    leases: (act) => act(leases),
    close() {},
  };
}

function memoryTable<Value>(keyOf: (value: Value) => string): Table<Value> {
  const values = new Map<string, Value>();
  return {
    get: async (key) => values.get(key),
    getAll: async () => [...values.values()],
    put: async (value) => values.set(keyOf(value), value),
    delete: async (key) => values.delete(key),
  };
}

function makeOutbox(storage: Storage): Outbox {
  return {
    list: () => storage.changes(async (table) => inOrder(await table.getAll())),
    add: (wish, stamp) => {
      wakeNextPage();
      return storage.changes(async (table, settled) => {
        const queueId = queueIdOf(wish);
        const queue = await queueOf(table, queueId);
        const revision = revisionUnder(wish, await settled.get(queueId));
        await replaceQueue(table, queueId, queueChange(queue, { ...wish, revision }, stamp));
      });
    },
    claim: (key) =>
      storage.changes(async (table) => {
        const change = await table.get(key);
        if (!change) return null;
        const claimed = { ...change, attempts: change.attempts + 1 };
        await table.put(claimed);
        return claimed;
      }),
    settle: (key, revision) =>
      storage.changes((table, settled) => settle(table, settled, key, revision)),
    refuse: (key, refusal) =>
      storage.changes(async (table) => {
        const change = await table.get(key);
        if (change) await table.put({ ...change, refusal });
      }),
    replaceQueue: (id, queue) => storage.changes((table) => replaceQueue(table, id, queue)),
    takeLease: (lease, lifetimeMs, isGone = () => false) =>
      storage.leases(async (table) => {
        const known = await table.get(lease.name);
        const now = Date.now();
        const isOthers = known !== undefined && known.holder !== lease.holder;
        if (isOthers && known.expiresAt > now && !isGone(known.holder)) return false;
        await table.put({ ...lease, expiresAt: now + lifetimeMs });
        return true;
      }),
    releaseLease: (lease) =>
      storage.leases(async (table) => {
        const known = await table.get(lease.name);
        if (known?.holder === lease.holder) await table.delete(lease.name);
      }),
    close: () => storage.close(),
  };
}

/** What another release left in another shape is passed over here and stays where it is. */
function inOrder(records: readonly unknown[]): readonly Change[] {
  return records
    .flatMap((record) => changeSchema.safeParse(record).data ?? [])
    .sort((a, b) => a.order - b.order);
}

async function queueOf(table: Table<Change>, queueId: string): Promise<readonly Change[]> {
  const all = inOrder(await table.getAll());
  return all.filter((change) => queueIdOf(change) === queueId);
}

async function replaceQueue(table: Table<Change>, id: string, queue: readonly Change[]) {
  for (const old of await queueOf(table, id)) await table.delete(old.key);
  for (const change of queue) await table.put(change);
}

async function settle(
  table: Table<Change>,
  settled: Table<Settled>,
  key: string,
  revision: number | null,
) {
  const done = await table.get(key);
  if (!done) return;
  await table.delete(key);
  const queueId = queueIdOf(done);
  const next = (await queueOf(table, queueId))[0];
  if (next?.base === null && revision !== null) await table.put({ ...next, base: revision });
  const base = done.base ?? 0;
  const before = await settled.get(queueId);
  const since = before?.revision === base ? before.since : base;
  if (revision === null) await settled.delete(queueId);
  else await settled.put({ queueId, since, revision, at: Date.now() });
  for (const old of await settled.getAll()) {
    if (old.at < Date.now() - rememberedMs) await settled.delete(old.queueId);
  }
}

// Far longer than a tab needs to hear of an answer that it, or another tab, was given.
const rememberedMs = 10 * 60_000;

/**
 * The revision that a wish builds on. A change that was answered between the reader's act and now has taken its revision
 * further, and it was the reader's own: they have seen it. A revision that somebody else made stays unseen.
 */
function revisionUnder({ revision }: Wish, settled: Settled | undefined): number | null {
  if (!settled) return revision;
  const isOwn = revision === null || (revision >= settled.since && revision < settled.revision);
  return isOwn ? settled.revision : revision;
}
