import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { putAnnotation } from "../annotations/put-annotation";
import { db } from "../db";
import { putReply } from "../replies/put-reply";
import { makeAnnotation } from "../testing/make-annotation";
import { seedAnnotation } from "../testing/seed-annotation";
import { seedArticle } from "../testing/seed-article";
import { seedGroup } from "../testing/seed-group";
import { newVisitor, type Visitor } from "../testing/visitor";
import { countUnread, listNotifications, markRead } from "./list-notifications";
import { loadNotificationSettings, saveNotificationSetting } from "./notification-settings";

let maker: Visitor;
let first: Visitor;
let second: Visitor;
let annotationId: string;

beforeAll(async () => {
  [maker, first, second] = [await newVisitor(), await newVisitor(), await newVisitor()];
  const article = await seedArticle({ slug: "mitteilungen" });
  const annotation = { ...makeAnnotation(article, "Hafen"), audience: "public" as const };
  annotationId = (await seedAnnotation(maker.viewer, annotation)).id;
});

async function answer({ viewer }: Visitor, text: string): Promise<void> {
  const key = randomUUID();
  const content = [{ type: "text" as const, text }];
  const note = { type: "doc" as const, content: [{ type: "paragraph" as const, content }] };
  const body = { id: randomUUID(), annotationId, note };
  const change = { key, fingerprint: key, state: { kind: "absent" as const }, body };
  expect((await putReply(viewer, body.id, change)).ok).toBe(true);
}

test("a reply is told to whoever made the note and whoever has answered, never to its author", async () => {
  await answer(first, "Schön gesagt.");
  await answer(second, "Das finde ich auch.");
  expect(await listNotifications(second.viewer)).toEqual([]);
  expect(await listNotifications(first.viewer)).toHaveLength(1);
  const told = await listNotifications(maker.viewer);
  expect(told).toHaveLength(2);
  expect(told[0]).toMatchObject({
    kind: "reply",
    isRead: false,
    annotation: { id: annotationId, exact: "Hafen", articleSlug: "mitteilungen" },
  });
});

test("what was seen counts as read, what comes after does not", async () => {
  const [youngest] = await listNotifications(maker.viewer);
  await markRead(maker.viewer, new Date(youngest?.createdAt ?? 0));
  expect(await countUnread(maker.viewer)).toBe(0);
  await answer(first, "Noch etwas.");
  expect(await countUnread(maker.viewer)).toBe(1);
  expect(await countUnread(second.viewer)).toBe(1);
});

test("a kind that is switched off is not told any more", async () => {
  await saveNotificationSetting(maker.viewer, { kind: "reply", isOn: false });
  expect(await loadNotificationSettings(maker.viewer)).toEqual(
    expect.objectContaining({ reply: false, mention: true }),
  );
  const before = await countUnread(maker.viewer);
  await answer(second, "Und noch etwas.");
  expect(await countUnread(maker.viewer)).toBe(before);
});

test("a notification goes with the right to see what it is about", async () => {
  expect((await listNotifications(first.viewer)).length).toBeGreaterThan(0);
  await db().annotation.update({ where: { id: annotationId }, data: { audience: "me" } });
  expect(await listNotifications(first.viewer)).toEqual([]);
  expect(await countUnread(first.viewer)).toBe(0);
  expect((await listNotifications(maker.viewer)).length).toBeGreaterThan(0);
});

function naming(...people: readonly { id: string; label: string }[]) {
  const content = people.map((attrs) => ({ type: "mention" as const, attrs }));
  return { type: "doc" as const, content: [{ type: "paragraph" as const, content }] };
}

test("whoever is named in a note for a group is told once, and only its members are", async () => {
  const [lena, omar, stranger] = [await newVisitor(), await newVisitor(), await newVisitor()];
  const groupId = await seedGroup("Lesekreis", [
    [lena, "member"],
    [omar, "member"],
  ]);
  const named = [lena, omar, stranger].map(({ viewer }) => ({ id: viewer.id, label: "Name" }));
  const article = await seedArticle({ slug: "genannt" });
  const audience = { audience: "group" as const, groupId };
  const first = makeAnnotation(article, "Hafen", { ...audience, note: naming(...named) });
  const stored = await seedAnnotation(lena.viewer, first);
  const told = await listNotifications(omar.viewer);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ kind: "mention", annotation: { id: stored.id } });
  expect(await listNotifications(lena.viewer)).toEqual([]);
  expect(await listNotifications(stranger.viewer)).toEqual([]);

  const key = randomUUID();
  const body = { ...first, colour: "blue" as const };
  const change = {
    ...{ key, fingerprint: key, body },
    state: { kind: "revision" as const, revision: stored.revision },
  };
  expect((await putAnnotation(lena.viewer, first.id, change)).ok).toBe(true);
  expect(await listNotifications(omar.viewer)).toHaveLength(1);
});

test("a name in a note for oneself is told to nobody", async () => {
  const [lena, omar] = [await newVisitor(), await newVisitor()];
  await seedGroup("Zu zweit", [
    [lena, "member"],
    [omar, "member"],
  ]);
  const article = await seedArticle({ slug: "fuer-sich" });
  const note = naming({ id: omar.viewer.id, label: "Omar" });
  await seedAnnotation(lena.viewer, makeAnnotation(article, "Hafen", { note }));
  expect(await listNotifications(omar.viewer)).toEqual([]);
});
