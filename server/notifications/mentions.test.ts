import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { AnnotationAudience } from "@/core/audience/annotation-policy";
import { getAnnotation } from "../annotations/get-annotation";
import { putAnnotation } from "../annotations/put-annotation";
import type { Reading } from "../articles/load-article";
import { putAssignment } from "../groups/assignments";
import { joinGroup, makeInvitation } from "../groups/invitations";
import { putReply } from "../replies/put-reply";
import { makeAnnotation } from "../testing/make-annotation";
import { seedAnnotation } from "../testing/seed-annotation";
import { seedArticle } from "../testing/seed-article";
import { seedGroup } from "../testing/seed-group";
import { newVisitor, type Visitor } from "../testing/visitor";
import { listNotifications } from "./list-notifications";

let reading: Reading;
let teacher: Visitor;
let pupil: Visitor;
let stranger: Visitor;
let groupId: string;

beforeAll(async () => {
  reading = await seedArticle({ slug: "zwei-haefen" });
  [teacher, pupil, stranger] = [await newVisitor(), await newVisitor(), await newVisitor()];
  groupId = await seedGroup("9b", [
    [teacher, "owner"],
    [pupil, "member"],
  ]);
});

function naming(...people: readonly Visitor[]) {
  const content = people.map(({ viewer }) => ({
    type: "mention" as const,
    attrs: { id: viewer.id, label: "Mila" },
  }));
  return { type: "doc" as const, content: [{ type: "paragraph" as const, content }] };
}

function noteFor(audience: AnnotationAudience, ...people: readonly Visitor[]) {
  const rest = { audience, groupId: audience === "group" ? groupId : null };
  return makeAnnotation(reading, "Hafen", { note: naming(...people), ...rest });
}

async function told(who: Visitor, annotationId: string): Promise<readonly string[]> {
  const all = await listNotifications(who.viewer);
  return all.filter(({ annotation }) => annotation?.id === annotationId).map(({ kind }) => kind);
}

async function replace(id: string, audience: AnnotationAudience): Promise<void> {
  const { revision = 0 } = (await getAnnotation(teacher.viewer, id)) ?? {};
  const key = randomUUID();
  const body = { ...noteFor(audience, pupil), id };
  const state = { kind: "revision" as const, revision };
  const put = await putAnnotation(teacher.viewer, id, { key, fingerprint: key, state, body });
  expect(put).toMatchObject({ ok: true });
}

test("who is named in a note is told so, where they may read it, and nobody else", async () => {
  const { id } = await seedAnnotation(teacher.viewer, noteFor("group", pupil, stranger, teacher));
  expect(await told(pupil, id)).toEqual(["mention"]);
  expect(await told(stranger, id)).toEqual([]);
  expect(await told(teacher, id)).toEqual([]);
});

test("who is named in a note that is nobody's yet is told on the day it is shared with them, and once", async () => {
  const { id } = await seedAnnotation(teacher.viewer, noteFor("me", pupil));
  expect(await told(pupil, id)).toEqual([]);
  await replace(id, "group");
  expect(await told(pupil, id)).toEqual(["mention"]);
  await replace(id, "group");
  expect(await told(pupil, id)).toEqual(["mention"]);
});

test("who is named in an answer is told so", async () => {
  const { id } = await seedAnnotation(teacher.viewer, noteFor("public"));
  const body = { id: randomUUID(), annotationId: id, note: naming(stranger) };
  const change = { key: body.id, fingerprint: body.id, state: { kind: "absent" as const }, body };
  expect(await putReply(pupil.viewer, body.id, change)).toMatchObject({ ok: true });
  expect(await told(stranger, id)).toEqual(["mention"]);
});

test("those who lead a group are told who joins, its members what they are to read", async () => {
  const newcomer = await newVisitor();
  const asked = { role: "member" as const, days: 1, maxUses: null, email: null };
  const context = { language: "de" as const, headers: new Headers() };
  const made = await makeInvitation(teacher.viewer, groupId, asked, context);
  const token = made.ok ? (made.path.split("/").at(-1) ?? "") : "";
  await joinGroup(newcomer.viewer, new Headers(), { token, name: "Jonas" });
  expect((await listNotifications(teacher.viewer))[0]).toMatchObject({
    kind: "group",
    actorName: "Jonas",
    group: { id: groupId },
  });
  const assignment = { articleSlug: "zwei-haefen", task: "", dueAt: null };
  await putAssignment(teacher.viewer, groupId, assignment);
  await putAssignment(teacher.viewer, groupId, { ...assignment, task: "Bis Absatz 3" });
  const news = await listNotifications(newcomer.viewer);
  expect(news.map(({ kind, articleSlug }) => [kind, articleSlug])).toEqual([
    ["assignment", "zwei-haefen"],
  ]);
});
