import { beforeEach, describe, expect, test } from "vitest";
import { GET as openShared } from "@/app/api/shared/[token]/route";
import type { Annotation } from "@/core/annotation/annotation";
import { moveAccount } from "@/server/account/move-account";
import { findArticle } from "@/server/articles/find-article";
import { db } from "@/server/db";
import { makeAnnotation } from "@/server/testing/make-annotation";
import { seedAnnotation } from "@/server/testing/seed-annotation";
import { seedArticle } from "@/server/testing/seed-article";
import { seedGroup } from "@/server/testing/seed-group";
import { send } from "@/server/testing/send";
import { newVisitor, type Visitor } from "@/server/testing/visitor";
import { setAudience } from "@/server/workbench/set-audience";
import { DELETE as revoke } from "./[id]/route";
import { POST as openArticle } from "./open/route";
import { GET as list, POST as make } from "./route";

let maker: Visitor;
let other: Visitor;
let count = 0;
let slug: string;
let marks: (who: Visitor, rest?: Partial<Annotation>) => ReturnType<typeof seedAnnotation>;

beforeEach(async () => {
  [maker, other] = [await newVisitor(), await newVisitor()];
  count += 1;
  slug = `artikel-${count}`;
  const article = await seedArticle({ slug });
  marks = (who, rest) => seedAnnotation(who.viewer, makeAnnotation(article, "Hafen", rest));
});

async function makes(who: Visitor, body: object) {
  const response = await make(send("POST", "/api/share-links", { cookie: who.cookie, body }));
  const answer = await response.json();
  return { ...answer, status: response.status, token: answer.path?.split("/").at(-1) ?? "" };
}

async function opens(token: string, cookie?: string) {
  const request = send("GET", `/api/shared/${token}`, { cookie });
  const response = await openShared(request, { params: Promise.resolve({ token }) });
  const body = await response.json();
  const ids = (body.annotations ?? []).map(({ id }: { id: string }) => id);
  return { status: response.status, headers: response.headers, ids, body };
}

function ends(who: Visitor, id: string) {
  const request = send("DELETE", `/api/share-links/${id}`, { cookie: who.cookie, body: {} });
  return revoke(request, { params: Promise.resolve({ id }) });
}

test("a link to one annotation shows it to whoever holds it, and nothing besides", async () => {
  const shared = await marks(maker, { audience: "link" });
  await marks(maker, { audience: "link" });
  await marks(other, { audience: "public" });
  const { token, status } = await makes(maker, { kind: "annotation", annotationId: shared.id });
  expect(status).toBe(201);
  for (const cookie of [undefined, other.cookie, maker.cookie]) {
    expect((await opens(token, cookie)).ids).toEqual([shared.id]);
  }
});

test("there is no link to what is not for links, or not one's own", async () => {
  const own = await marks(maker);
  const others = await marks(other, { audience: "link" });
  expect((await makes(maker, { kind: "annotation", annotationId: own.id })).status).toBe(422);
  expect((await makes(maker, { kind: "annotation", annotationId: others.id })).status).toBe(404);
});

test("a link to somebody's notes shows those for links and for everyone, and none of only me", async () => {
  const [forLinks, forAll] = [
    await marks(maker, { audience: "link" }),
    await marks(maker, { audience: "public" }),
  ];
  await marks(maker);
  await marks(other, { audience: "public" });
  const { token } = await makes(maker, { kind: "notes", articleSlug: slug });
  expect((await opens(token)).ids).toEqual([forLinks.id, forAll.id]);
  const late = await marks(maker, { audience: "link" });
  expect((await opens(token)).ids).toContain(late.id);
  await db().annotation.update({ where: { id: late.id }, data: { audience: "me" } });
  expect((await opens(token)).ids).not.toContain(late.id);
});

test("a link to a group's notes is made by whoever leads it, and ends with that", async () => {
  const groupId = await seedGroup("9b", [
    [maker, "owner"],
    [other, "member"],
  ]);
  const shared = await marks(other, { audience: "group", groupId });
  await marks(other);
  expect((await makes(other, { kind: "group", groupId })).status).toBe(403);
  const { token } = await makes(maker, { kind: "group", groupId });
  expect((await opens(token)).ids).toEqual([shared.id]);
  await db().membership.updateMany({
    where: { groupId, userId: maker.viewer.id },
    data: { role: "member" },
  });
  expect((await opens(token)).status).toBe(410);
});

test("a link that is revoked, past its day, or of an account that is gone opens nothing, and all look alike", async () => {
  const shared = await marks(maker, { audience: "link" });
  const body = { kind: "annotation", annotationId: shared.id };
  const [revoked, expired, gone] = [
    await makes(maker, body),
    await makes(maker, body),
    await makes(maker, body),
  ];
  expect((await ends(other, revoked.id)).status).toBe(404);
  expect((await opens(revoked.token)).status).toBe(200);
  expect((await ends(maker, revoked.id)).status).toBe(200);
  const past = { expiresAt: new Date(Date.now() - 1) };
  await db().shareLink.update({ where: { id: expired.id }, data: past });
  await db().shareLink.delete({ where: { id: gone.id } });
  const answers = [];
  for (const { token } of [revoked, expired, gone, { token: "gibt-es-nicht" }]) {
    answers.push(JSON.stringify((await opens(token)).body));
  }
  expect(new Set(answers).size).toBe(1);
  expect((await opens(revoked.token)).status).toBe(410);
});

test("tokens have 128 bits, are kept as hashes, are never listed, and are told to no cache and no other site", async () => {
  const shared = await marks(maker, { audience: "link" });
  const made = await makes(maker, { kind: "annotation", annotationId: shared.id });
  expect(Buffer.from(made.token, "base64url").length).toBe(16);
  expect(JSON.stringify(await db().shareLink.findMany())).not.toContain(made.token);
  const listed = await list(send("GET", "/api/share-links", { cookie: maker.cookie }));
  const { links } = await listed.json();
  expect(links).toMatchObject([{ id: made.id, kind: "annotation", about: "Hafen" }]);
  expect(JSON.stringify(links)).not.toContain(made.token);
  const { headers } = await opens(made.token);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
});

test.each([
  ["an operator for an id", { kind: "annotation", annotationId: { not: "" } }],
  ["a kind there is not", { kind: "everything" }],
  ["somebody else as its maker", { kind: "notes", articleSlug: "artikel-1", createdById: "x" }],
  ["days without end", { kind: "notes", articleSlug: "artikel-1", days: 1e9 }],
])("%s is refused", async (_, body) => {
  expect((await makes(maker, body)).status).toBe(422);
});

describe("an article for whoever has a link", () => {
  let editor: Visitor;
  const mayRead = async (who: Visitor) => (await findArticle(who.viewer, slug)) !== null;

  beforeEach(async () => {
    editor = await newVisitor("editor");
    await db().article.update({
      where: { slug },
      data: { audience: "draft", importedById: editor.viewer.id },
    });
  });

  function asksFor(who: Visitor, token: string) {
    return openArticle(
      send("POST", "/api/share-links/open", { cookie: who.cookie, body: { token } }),
    );
  }

  test("is read by whoever opened its link, and by nobody else", async () => {
    await setAudience(editor.viewer, slug, { audience: "link" });
    const { token, status } = await makes(editor, { kind: "article", articleSlug: slug });
    expect(status).toBe(201);
    expect((await opens(token)).body).toMatchObject({ kind: "article", annotations: [] });
    expect(await mayRead(other)).toBe(false); // to look at the link is not to open it

    expect(await (await asksFor(other, token)).json()).toEqual({ slug });
    expect((await asksFor(other, token)).status).toBe(200);
    expect([await mayRead(other), await mayRead(maker)]).toEqual([true, false]);
  });

  test("is closed again with its link, by any of those who publish it, or with its audience", async () => {
    await setAudience(editor.viewer, slug, { audience: "link" });
    const first = await makes(editor, { kind: "article", articleSlug: slug });
    const second = await makes(editor, { kind: "article", articleSlug: slug });
    await asksFor(other, first.token);
    await asksFor(maker, second.token);
    expect((await ends(other, first.id)).status).toBe(404);
    expect((await ends(editor, first.id)).status).toBe(200);
    expect([await mayRead(other), await mayRead(maker)]).toEqual([false, true]);
    expect((await asksFor(other, first.token)).status).toBe(410);

    await setAudience(editor.viewer, slug, { audience: "draft" });
    expect(await mayRead(maker)).toBe(false);
    expect((await opens(second.token)).status).toBe(410);
    await setAudience(editor.viewer, slug, { audience: "link" });
    expect(await mayRead(maker)).toBe(true);
  });

  test("has no link before it is for links, and none that somebody makes who does not publish it", async () => {
    const body = { kind: "article", articleSlug: slug };
    expect((await makes(editor, body)).status).toBe(422);
    await setAudience(editor.viewer, slug, { audience: "link" });
    const { token } = await makes(editor, body);
    await asksFor(other, token);
    expect((await makes(other, body)).status).toBe(404);
  });

  test("stays open to a reader who signs in after opening it", async () => {
    await setAudience(editor.viewer, slug, { audience: "link" });
    const { token } = await makes(editor, { kind: "article", articleSlug: slug });
    await asksFor(other, token);
    await asksFor(maker, token);
    await moveAccount(other.viewer.id, maker.viewer.id);
    expect(await mayRead(maker)).toBe(true);
    await moveAccount(maker.viewer.id, editor.viewer.id);
    expect(await db().articleGuest.count({ where: { userId: editor.viewer.id } })).toBe(1);
  });
});
