import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { AnnotationAudience } from "@/core/audience/annotation-policy";
import type { Decision } from "@/core/moderation/moderation-input";
import { getAnnotation } from "../annotations/get-annotation";
import { putAnnotation } from "../annotations/put-annotation";
import type { Reading } from "../articles/load-article";
import { loadAccess } from "../audience/load-access";
import { db } from "../db";
import { banMember, liftBan, listBans } from "../groups/bans";
import { joinGroup, makeInvitation } from "../groups/invitations";
import { lastSequence, loadChanges } from "../live/load-changes";
import { messageFor } from "../live/message-for";
import { listNotes } from "../notes/list-notes";
import { listNotifications } from "../notifications/list-notifications";
import { putReply } from "../replies/put-reply";
import { makeAnnotation } from "../testing/make-annotation";
import { readList } from "../testing/read-list";
import { seedAnnotation } from "../testing/seed-annotation";
import { seedArticle } from "../testing/seed-article";
import { seedGroup } from "../testing/seed-group";
import { newVisitor, type Visitor } from "../testing/visitor";
import { decide } from "./decide";
import { listLog } from "./list-log";
import { listQueue } from "./list-queue";
import { reportNote } from "./report-note";

let reading: Reading;
let maker: Visitor;
let reader: Visitor;
let boss: Visitor;
let teacher: Visitor;
let groupId: string;

beforeAll(async () => {
  reading = await seedArticle({ slug: "zwei-haefen" });
  [maker, reader, teacher] = [await newVisitor(), await newVisitor(), await newVisitor()];
  boss = await newVisitor("owner");
  groupId = await seedGroup("9b", [
    [teacher, "owner"],
    [maker, "member"],
    [reader, "member"],
  ]);
});

function words(text: string) {
  const content = [{ type: "text" as const, text }];
  return { type: "doc" as const, content: [{ type: "paragraph" as const, content }] };
}

async function writes(who: Visitor, audience: AnnotationAudience, text: string = randomUUID()) {
  const rest = { note: words(text), audience, groupId: audience === "group" ? groupId : null };
  return (await seedAnnotation(who.viewer, makeAnnotation(reading, "Hafen", rest))).id;
}

async function answers(who: Visitor, annotationId: string, text: string) {
  const body = { id: randomUUID(), annotationId, note: words(text) };
  const change = { key: body.id, fingerprint: body.id, state: { kind: "absent" as const }, body };
  expect((await putReply(who.viewer, body.id, change)).ok).toBe(true);
  return body.id;
}

function reports(who: Visitor, annotationId: string, replyId: string | null = null) {
  const report = { annotationId, replyId, kind: "insult" as const, text: "Das geht nicht." };
  return reportNote(who.viewer, { ...report, token: null });
}

function decides(who: Visitor, id: string, decision: Decision, kind = "annotation" as const) {
  return decide(who.viewer, { target: { kind, id }, decision, reason: "Hausordnung" });
}

async function inQueue(who: Visitor, id: string) {
  const queue = await listQueue(who.viewer);
  return queue.find(({ target }) => target.kind !== "web-annotation" && target.id === id);
}

async function isListedTo(who: Visitor | null, id: string): Promise<boolean> {
  const page = await readList(who?.viewer ?? null, reading.slug, { only: id });
  const one = await getAnnotation(who?.viewer ?? null, id);
  expect(page?.annotations.length).toBe(one ? 1 : 0);
  return one !== null;
}

test("a report of what everyone sees goes to the installation's moderators, without its sender's name", async () => {
  const id = await writes(maker, "public");
  expect(await reports(reader, id)).toBeNull();
  expect(await inQueue(boss, id)).toMatchObject({
    moderation: "shown",
    reports: [{ kind: "insult", text: "Das geht nicht." }],
  });
  expect(JSON.stringify(await listQueue(boss.viewer))).not.toContain(reader.viewer.id);
  expect(await inQueue(teacher, id)).toBeUndefined();
  const [told] = await listNotifications(boss.viewer);
  expect(told).toMatchObject({ kind: "report", actorName: null, annotation: null });
});

test("reporting twice counts once, one's own not at all, and what one does not see is not there", async () => {
  const id = await writes(maker, "public");
  await reports(reader, id);
  await reports(reader, id);
  expect((await inQueue(boss, id))?.reports).toHaveLength(1);
  expect(await reports(maker, id)).toMatchObject({ reason: "not-allowed" });
  expect(await reports(reader, await writes(maker, "me"))).toMatchObject({ reason: "not-found" });
});

test("what is for a group is decided by those who lead it, and not by the installation", async () => {
  const id = await writes(maker, "group");
  await reports(reader, id);
  expect(await inQueue(teacher, id)).toMatchObject({ groupName: "9b" });
  expect(await inQueue(boss, id)).toBeUndefined();
  expect(await decides(boss, id, "hide")).toMatchObject({ reason: "not-found" });
  expect(await decides(reader, id, "hide")).toMatchObject({ reason: "not-found" });
  expect(await decides(teacher, id, "hide")).toBeNull();
});

test("what somebody wrote who leads the group is shown to the installation by a report, and by nothing else", async () => {
  const id = await writes(teacher, "group");
  expect(await inQueue(boss, id)).toBeUndefined();
  await reports(reader, id);
  expect(await inQueue(teacher, id)).toBeUndefined();
  expect(await inQueue(boss, id)).toBeDefined();
  expect(await decides(boss, id, "hide")).toBeNull();
  expect(await decides(teacher, id, "show")).toMatchObject({ reason: "not-found" });
});

test("what is hidden is there for its maker alone, says so, and comes back when it is shown again", async () => {
  const id = await writes(maker, "group", "Kranichflug");
  await reports(reader, id);
  await decides(teacher, id, "hide");
  expect(await isListedTo(maker, id)).toBe(true);
  expect((await getAnnotation(maker.viewer, id))?.moderation).toBe("hidden");
  for (const who of [reader, teacher, boss, null]) expect(await isListedTo(who, id)).toBe(false);
  const query = { text: "Kranichflug", sort: "newest" as const };
  expect(await found(reader, query)).toBe(0);
  expect(await found(maker, query)).toBe(1);
  expect(await inQueue(teacher, id)).toMatchObject({ moderation: "hidden", reports: [] });

  expect(await decides(teacher, id, "show")).toBeNull();
  for (const who of [reader, teacher]) expect(await isListedTo(who, id)).toBe(true);
  const told = await listNotifications(maker.viewer);
  expect(told.filter(({ annotation }) => annotation?.id === id)).toHaveLength(2);
});

async function found(who: Visitor, { text, sort }: { text: string; sort: "newest" }) {
  const none = { tags: [], colours: [], articles: [], sides: [], people: [], groups: [] };
  const query = { ...none, text, sort, from: null, to: null, state: null };
  return (await listNotes(who.viewer, query, null))?.notes.length ?? 0;
}

test("an answer that is hidden is as if it were deleted, and its words are found no more", async () => {
  const id = await writes(maker, "group");
  const replyId = await answers(reader, id, "Schwalbennest");
  await answers(maker, id, "Und weiter.");
  await reports(maker, id, replyId);
  expect(await inQueue(teacher, replyId)).toMatchObject({ reports: [{ kind: "insult" }] });
  const target = { kind: "reply" as const, id: replyId };
  expect(await decide(teacher.viewer, { target, decision: "hide", reason: "" })).toBeNull();
  const page = await readList(maker.viewer, reading.slug, { only: id });
  const shown = page?.replies.find((reply) => reply.id === replyId);
  expect(shown).toMatchObject({ note: null, author: null });
  expect(shown).not.toHaveProperty("moderation");
  expect(await found(maker, { text: "Schwalbennest", sort: "newest" })).toBe(0);
  const own = await readList(reader.viewer, reading.slug, { only: id });
  expect(own?.replies.find((reply) => reply.id === replyId)).toMatchObject({
    note: words("Schwalbennest"),
    moderation: "hidden",
  });
});

test("what is removed comes back by nobody, and leaves the queue; who was slower is told so", async () => {
  const id = await writes(maker, "public");
  await reports(reader, id);
  const both = await Promise.all([decides(boss, id, "remove"), decides(boss, id, "remove")]);
  expect(both.filter((refused) => refused === null)).toHaveLength(1);
  expect(both.find((refused) => refused !== null)).toMatchObject({ reason: "stale" });
  expect(await inQueue(boss, id)).toBeUndefined();
  expect(await decides(boss, id, "show")).toMatchObject({ reason: "stale" });
  expect(await isListedTo(reader, id)).toBe(false);
});

test("what is left as it is leaves the queue, and others still see it", async () => {
  const id = await writes(maker, "public");
  await reports(reader, id);
  expect(await decides(boss, id, "keep")).toBeNull();
  expect(await inQueue(boss, id)).toBeUndefined();
  expect(await isListedTo(reader, id)).toBe(true);
});

test("whatever its maker does, what is hidden stays so", async () => {
  const id = await writes(maker, "public");
  await reports(reader, id);
  await decides(boss, id, "hide");
  await put(id, "group");
  expect(await isListedTo(reader, id)).toBe(false);
  await put(id, "public");
  expect(await isListedTo(reader, id)).toBe(false);
});

async function put(id: string, audience: AnnotationAudience) {
  const stored = await getAnnotation(maker.viewer, id);
  const key = randomUUID();
  const body = {
    ...makeAnnotation(reading, "Hafen", { id, note: words("Anders.") }),
    ...{ audience, groupId: audience === "group" ? groupId : null },
  };
  const state = { kind: "revision" as const, revision: stored?.revision ?? 0 };
  const result = await putAnnotation(maker.viewer, id, { key, fingerprint: key, state, body });
  expect(result).toMatchObject({ ok: true });
}

test("where the operator chose so, the first public note of somebody waits until one was let through", async () => {
  await holdFirstNotes(async () => {
    const newcomer = await newVisitor();
    const first = await writes(newcomer, "public");
    const second = await writes(newcomer, "public");
    for (const id of [first, second]) expect(await isListedTo(reader, id)).toBe(false);
    expect((await getAnnotation(newcomer.viewer, first))?.moderation).toBe("held");
    expect(await isListedTo(newcomer, await writes(newcomer, "me"))).toBe(true);
    expect(await inQueue(boss, first)).toMatchObject({ moderation: "held" });
    const seen = await lastSequence();
    expect(await decides(boss, first, "release")).toBeNull();
    // Its maker did not do it: their page asks for it anew, as those of the others do.
    for (const who of [newcomer, reader]) {
      const access = await loadAccess(who.viewer);
      const told = (await loadChanges(seen, 10)).map((entry) => messageFor(access, entry));
      expect(told).toMatchObject([{ kind: "changed", annotationId: first, isOwn: false }]);
    }
    expect(await isListedTo(reader, first)).toBe(true);
    expect(await isListedTo(reader, second)).toBe(false);
    expect(await isListedTo(reader, await writes(newcomer, "public"))).toBe(true);
    expect(await isListedTo(reader, await writes(maker, "public"))).toBe(true);
  });
});

/** What the environment says is read once in a process. */
async function holdFirstNotes(act: () => Promise<void>): Promise<void> {
  const { env } = await import("../env");
  const known = env();
  Object.assign(known, { holdsFirstNotes: true });
  await act().finally(() => Object.assign(known, { holdsFirstNotes: false }));
}

test("the log says who did what, to those in whose hands it was", async () => {
  await db().user.update({ where: { id: teacher.viewer.id }, data: { name: "Frau Roth" } });
  const id = await writes(maker, "group");
  await decides(teacher, id, "hide");
  const [line] = await listLog(teacher.viewer);
  expect(line).toMatchObject({ act: "hide", actorName: "Frau Roth", reason: "Hausordnung" });
  expect((await listLog(boss.viewer)).map(({ sequence }) => sequence)).not.toContain(
    line?.sequence,
  );
  expect(await listLog(reader.viewer)).toEqual([]);
});

test("whoever was sent away is out, and no invitation lets them in until the ban is lifted", async () => {
  const pupil = await newVisitor();
  const token = await invitation();
  const joining = () => joinGroup(pupil.viewer, new Headers(), { token, name: "Ben" });
  expect(await joining()).toMatchObject({ ok: true });
  expect(await banMember(reader.viewer, groupId, pupil.viewer.id)).toMatchObject({
    reason: "not-allowed",
  });
  expect(await banMember(teacher.viewer, groupId, teacher.viewer.id)).toMatchObject({
    reason: "not-allowed",
  });
  expect(await banMember(teacher.viewer, groupId, pupil.viewer.id)).toBeNull();
  expect(await joining()).toMatchObject({ reason: "banned" });
  expect(await listBans(groupId)).toEqual([{ userId: pupil.viewer.id, name: "Ben" }]);
  expect(await liftBan(teacher.viewer, groupId, pupil.viewer.id)).toBeNull();
  expect(await joining()).toMatchObject({ ok: true });
});

async function invitation(): Promise<string> {
  const asked = { role: "member" as const, days: 1, maxUses: null, email: null };
  const context = { language: "de" as const, headers: new Headers() };
  const made = await makeInvitation(teacher.viewer, groupId, asked, context);
  if (!made.ok) throw new Error(made.reason);
  return made.path.split("/").at(-1) ?? "";
}
