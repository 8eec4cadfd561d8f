import { type StoredAnnotation, storedAnnotationSchema } from "@/core/annotation/annotation";
import { type StoredReply, storedReplySchema } from "@/core/annotation/reply";

type Received = { readonly key: string; readonly condition: string };

/** The server's side of the HTTP contract in memory, with the ways a network and other people disturb it. */
export type FakeServer = {
  readonly fetch: typeof globalThis.fetch;
  readonly annotations: () => readonly StoredAnnotation[];
  readonly replies: () => readonly StoredReply[];
  /** The changes that arrived, also those whose answer was lost. */
  readonly changes: () => readonly Received[];
  readonly accounts: () => number;
  readonly refuseConnections: (isDown: boolean) => void;
  /** The next changes are applied, and nobody hears of it. */
  readonly loseAnswers: (count: number) => void;
  /** The next change is answered so, and not applied. */
  readonly answerNext: (status: number) => void;
  readonly endSession: () => void;
  readonly changeElsewhere: (
    id: string,
    change: (stored: StoredAnnotation) => StoredAnnotation,
  ) => void;
  readonly deleteElsewhere: (id: string) => void;
  readonly changeReplyElsewhere: (id: string, note: StoredReply["note"]) => void;
};

export function openFakeServer(): FakeServer {
  const stored = new Map<string, { annotation: StoredAnnotation; isDeleted: boolean }>();
  const storedReplies = new Map<string, { reply: StoredReply; isDeleted: boolean }>();
  const answers = new Map<string, { status: number; body: unknown }>();
  const received: Received[] = [];
  let accounts = 0;
  let isSignedIn = false;
  let isDown = false;
  let lost = 0;
  let nextStatus: number | null = null;

  async function answer(input: unknown, init: RequestInit = {}): Promise<Response> {
    await new Promise((resolve) => setTimeout(resolve, 2));
    if (isDown) throw new TypeError("Failed to fetch");
    const url = new URL(String(input), "http://test");
    const { pathname } = url;
    if (pathname === "/api/viewer") return json(200, { viewer: isSignedIn ? { id: "v" } : null });
    if (pathname === "/api/auth/sign-in/anonymous") {
      await new Promise((resolve) => setTimeout(resolve, 20));
      accounts += 1;
      isSignedIn = true;
      return json(200, {});
    }
    const list = /^\/api\/articles\/([^/]+)\/annotations$/.exec(pathname);
    if (list) {
      const alive = isSignedIn ? living().filter((one) => one.articleSlug === list[1]) : [];
      return json(200, { annotations: alive, replies: livingReplies(), seen: "0", next: null });
    }
    return change(pathname, init);
  }

  function change(pathname: string, init: RequestInit): Response {
    if (!isSignedIn) return json(401, { reason: "signed-out" });
    if (nextStatus !== null) {
      const status = nextStatus;
      nextStatus = null;
      return json(status, {});
    }
    const headers = new Headers(init.headers);
    const key = headers.get("idempotency-key") ?? "";
    const condition = headers.get("if-none-match") ?? headers.get("if-match") ?? "";
    received.push({ key, condition });
    const known = answers.get(key) ?? route(pathname, init, condition);
    if (known.status < 300) answers.set(key, known);
    if (lost > 0) {
      lost -= 1;
      throw new TypeError("The connection was reset");
    }
    return json(known.status, known.body);
  }

  function route(pathname: string, init: RequestInit, condition: string) {
    if (pathname.startsWith("/api/replies/")) return applyReply(pathname, init, condition);
    if (pathname.endsWith("/resolution")) return applyResolution(pathname, init, condition);
    return apply(pathname, init, condition);
  }

  function applyReply(pathname: string, init: RequestInit, condition: string) {
    const id = pathname.split("/")[3] ?? "";
    const current = storedReplies.get(id);
    const stale = { status: 412, body: { current: current?.reply } };
    const isRestore = pathname.endsWith("/restore");
    const now = new Date().toISOString();
    if (condition === "*") {
      if (current) return stale;
      const body = JSON.parse(String(init.body));
      if (!stored.has(body.annotationId)) return { status: 404, body: {} };
      const stamp = { revision: 1, createdAt: now, updatedAt: now };
      const reply = storedReplySchema.parse({ ...body, ...writersView, ...stamp });
      storedReplies.set(id, { reply, isDeleted: false });
      return { status: 201, body: reply };
    }
    if (!current || (current.isDeleted && !isRestore)) return { status: 404, body: {} };
    const { revision } = current.reply;
    if (condition !== `"${revision}"`) return stale;
    const body = init.method === "PUT" ? JSON.parse(String(init.body)) : {};
    const reply = { ...current.reply, ...body, revision: revision + 1, updatedAt: now };
    const isDeleted = init.method === "DELETE";
    storedReplies.set(id, { reply: storedReplySchema.parse(reply), isDeleted });
    return { status: 200, body: isDeleted ? { id, revision: revision + 1 } : reply };
  }

  function applyResolution(pathname: string, init: RequestInit, condition: string) {
    const id = pathname.split("/")[3] ?? "";
    const current = stored.get(id);
    if (!current) return { status: 404, body: {} };
    const { resolvedAt } = current.annotation;
    const isMade = init.method === "PUT" && condition === "*";
    if (isMade && resolvedAt)
      return { status: 412, body: { current: { id, resolvedAt, revision: 1 } } };
    if (!isMade && !resolvedAt) return { status: 404, body: {} };
    const next = isMade ? new Date().toISOString() : null;
    stored.set(id, { ...current, annotation: { ...current.annotation, resolvedAt: next } });
    return { status: isMade ? 201 : 200, body: { id, resolvedAt: next, revision: 1 } };
  }

  function livingReplies(): readonly StoredReply[] {
    const all = [...storedReplies.values()];
    return all.map(({ reply, isDeleted }) => (isDeleted ? { ...reply, note: null } : reply));
  }

  function apply(pathname: string, init: RequestInit, condition: string) {
    const id = pathname.split("/")[3] ?? "";
    const current = stored.get(id);
    const stale = { status: 412, body: { current: current?.annotation } };
    const isRestore = pathname.endsWith("/restore");
    const now = new Date().toISOString();
    if (condition === "*") {
      if (current) return current.isDeleted ? { status: 404, body: {} } : stale;
      const body = JSON.parse(String(init.body));
      const annotation = storedAnnotationSchema.parse({
        ...body,
        ...ownersView,
        revision: 1,
        createdAt: now,
        updatedAt: now,
      });
      stored.set(id, { annotation, isDeleted: false });
      return { status: 201, body: annotation };
    }
    if (!current || (current.isDeleted && !isRestore)) return { status: 404, body: {} };
    const { revision, createdAt } = current.annotation;
    if (condition !== `"${revision}"` || (isRestore && !current.isDeleted)) return stale;
    const stamp = { revision: revision + 1, createdAt, updatedAt: now };
    const body = init.method === "PUT" ? JSON.parse(String(init.body)) : current.annotation;
    const annotation = storedAnnotationSchema.parse({ ...body, ...ownersView, ...stamp });
    const isDeleted = init.method === "DELETE";
    stored.set(id, { annotation, isDeleted });
    return { status: 200, body: isDeleted ? { id, revision: revision + 1 } : annotation };
  }

  function living(): readonly StoredAnnotation[] {
    return [...stored.values()].filter((one) => !one.isDeleted).map((one) => one.annotation);
  }

  function touch(
    id: string,
    act: (annotation: StoredAnnotation) => StoredAnnotation,
    isDeleted: boolean,
  ) {
    const current = stored.get(id);
    if (!current) throw new Error(`There is no annotation ${id}`);
    const { revision } = current.annotation;
    stored.set(id, {
      annotation: { ...act(current.annotation), revision: revision + 1 },
      isDeleted,
    });
  }

  return {
    fetch: answer,
    annotations: living,
    replies: livingReplies,
    changes: () => received,
    accounts: () => accounts,
    refuseConnections(next) {
      isDown = next;
    },
    loseAnswers(count) {
      lost = count;
    },
    answerNext(status) {
      nextStatus = status;
    },
    endSession() {
      isSignedIn = false;
    },
    changeElsewhere: (id, act) => touch(id, act, false),
    deleteElsewhere: (id) => touch(id, (annotation) => annotation, true),
    changeReplyElsewhere(id, note) {
      const current = storedReplies.get(id);
      if (!current) throw new Error(`There is no reply ${id}`);
      const revision = current.reply.revision + 1;
      storedReplies.set(id, { ...current, reply: { ...current.reply, note, revision } });
    },
  };
}

const writersView = { author: { id: "v", name: null }, isOwn: true };

const ownersView = {
  author: { id: "v", name: null },
  groupName: null,
  isOwn: true,
  mayAnswer: true,
};

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json" },
  });
}
