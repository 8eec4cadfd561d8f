import { beforeEach, describe, expect, test, vi } from "vitest";
import { PUT as recordProgress } from "@/app/api/articles/[slug]/progress/route";
import { db } from "@/server/db";
import { makeAnnotation } from "@/server/testing/make-annotation";
import { seedAnnotation } from "@/server/testing/seed-annotation";
import { seedArticle } from "@/server/testing/seed-article";
import { send } from "@/server/testing/send";
import { newVisitor, type Visitor } from "@/server/testing/visitor";
import { DELETE as removeAssignment } from "./[id]/assignments/[assignmentId]/route";
import { PUT as assign } from "./[id]/assignments/route";
import { DELETE as revoke } from "./[id]/invitations/[invitationId]/route";
import { POST as invite } from "./[id]/invitations/route";
import { PATCH as changeRole, DELETE as removeMember } from "./[id]/members/[userId]/route";
import { PUT as transfer } from "./[id]/owner/route";
import { PATCH as changeGroup, GET as getGroup } from "./[id]/route";
import { POST as openThread } from "./[id]/threads/route";
import { POST as join } from "./join/route";
import { POST as create, GET as listGroups } from "./route";

let teacher: Visitor;
let pupil: Visitor;
let stranger: Visitor;
let id: string;

type Handler = (request: Request, context: never) => Promise<Response>;

async function ask(
  handle: unknown,
  method: string,
  who: Visitor | null,
  body?: unknown,
  params: Record<string, string> = {},
) {
  const request = send(method, "/api/groups", { cookie: who?.cookie, body });
  const context = { params: Promise.resolve({ id, ...params }) };
  const response = await (handle as Handler)(request, context as never);
  return { status: response.status, body: await response.json() };
}

async function inviteToken(body: object = {}): Promise<string> {
  const { body: made } = await ask(invite, "POST", teacher, body);
  return made.path.split("/").at(-1);
}

async function person(name: string): Promise<Visitor> {
  const visitor = await newVisitor();
  await db().user.update({ where: { id: visitor.viewer.id }, data: { name } });
  return visitor;
}

function joins(who: Visitor, token: string, name: string | null = null) {
  return ask(join, "POST", who, { token, name });
}

beforeEach(async () => {
  [teacher, pupil, stranger] = await Promise.all([
    person("Frau Becker"),
    person("Mila"),
    newVisitor(),
  ]);
  const made = await ask(create, "POST", teacher, { name: "Klasse 9b" });
  id = made.body.id;
  await joins(pupil, await inviteToken());
});

describe("invitations", () => {
  test("take people in as what they were invited as, with a name", async () => {
    const token = await inviteToken({ role: "reader" });
    expect((await joins(stranger, token)).status).toBe(422);
    expect((await joins(stranger, token, "Jonas")).status).toBe(200);
    const { body } = await ask(getGroup, "GET", stranger);
    expect(body.members).toMatchObject([
      { name: "Frau Becker", role: "owner" },
      { name: "Mila", role: "member" },
      { name: "Jonas", role: "reader" },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/email|@/);
  });

  test("are used up, and a second click of the same person uses nothing", async () => {
    const token = await inviteToken({ maxUses: 1 });
    expect((await joins(stranger, token, "Jonas")).status).toBe(200);
    expect((await joins(stranger, token, "Jonas")).status).toBe(200);
    const late = await joins(await person("Lea"), token);
    expect([late.status, late.body.reason]).toEqual([410, "link-invalid"]);
  });

  test("let no more in than they are for, however many come at once", async () => {
    const token = await inviteToken({ maxUses: 3 });
    const people = await Promise.all(Array.from({ length: 8 }, () => person("Jemand")));
    const answers = await Promise.all(people.map((who) => joins(who, token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
  });

  test("open nothing once they are revoked or past their day, or their maker is no teacher any more", async () => {
    const { body: made } = await ask(invite, "POST", teacher, {});
    const token = made.path.split("/").at(-1);
    const params = { invitationId: made.id };
    expect((await ask(revoke, "DELETE", pupil, {}, params)).status).toBe(403);
    expect((await ask(revoke, "DELETE", stranger, {}, params)).status).toBe(404);
    expect((await ask(revoke, "DELETE", teacher, {}, params)).status).toBe(200);
    expect((await joins(stranger, token, "Jonas")).status).toBe(410);

    const expired = await inviteToken({ days: 1 });
    await db().invitation.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await joins(stranger, expired, "Jonas")).status).toBe(410);

    const handed = await inviteToken();
    await ask(transfer, "PUT", teacher, { userId: pupil.viewer.id });
    await ask(changeRole, "PATCH", pupil, { role: "member" }, { userId: teacher.viewer.id });
    expect((await joins(stranger, handed, "Jonas")).status).toBe(410);
  });

  test("are kept as hashes, and their tokens are never shown again", async () => {
    const token = await inviteToken();
    expect(token.length).toBeGreaterThanOrEqual(22);
    const kept = JSON.stringify(await db().invitation.findMany());
    expect(kept).not.toContain(token);
    const { body } = await ask(getGroup, "GET", teacher);
    expect(JSON.stringify(body)).not.toContain(token);
  });

  test("by mail are for one person, and a name with a line end is no mail header", async () => {
    const log = vi.spyOn(console, "info").mockImplementation(() => undefined);
    const email = "jonas@schule.example";
    expect((await ask(invite, "POST", teacher, { email })).status).toBe(201);
    expect(log.mock.calls.join("\n")).toContain("Klasse 9b");
    log.mockRestore();
    const kept = await db().invitation.findFirstOrThrow({ where: { groupId: id, email } });
    expect(kept.maxUses).toBe(1);
    for (const bad of ["a@b.example\r\nBcc: x@y.example", "a@b.example, c@d.example", ""]) {
      expect((await ask(invite, "POST", teacher, { email: bad })).status).toBe(422);
    }
    const name = "9b\r\nBcc: alle@elsewhere.example";
    expect((await ask(create, "POST", teacher, { name })).status).toBe(422);
  });

  test("never make an owner, and a moderator only by the owner", async () => {
    expect((await ask(invite, "POST", teacher, { role: "owner" })).status).toBe(422);
    const params = { userId: pupil.viewer.id };
    await ask(changeRole, "PATCH", teacher, { role: "moderator" }, params);
    expect((await ask(invite, "POST", pupil, { role: "moderator" })).status).toBe(403);
    expect((await ask(invite, "POST", pupil, { role: "member" })).status).toBe(201);
  });
});

describe("members", () => {
  test("leave, and no longer see the group; the last owner hands it over first", async () => {
    const leave = (who: Visitor) => ask(removeMember, "DELETE", who, {}, { userId: who.viewer.id });
    expect((await leave(teacher)).body.reason).toBe("last-owner");
    expect((await leave(pupil)).status).toBe(200);
    expect((await ask(getGroup, "GET", pupil)).status).toBe(404);
    expect((await ask(listGroups, "GET", pupil)).body).toEqual({ groups: [] });
  });

  test("a group never loses its last owner, even where two leave at once", async () => {
    const second = await person("Herr Yilmaz");
    await joins(second, await inviteToken());
    await db().membership.updateMany({
      where: { groupId: id, userId: second.viewer.id },
      data: { role: "owner" },
    });
    await Promise.all(
      [teacher, second].map((who) =>
        ask(removeMember, "DELETE", who, {}, { userId: who.viewer.id }),
      ),
    );
    expect(await db().membership.count({ where: { groupId: id, role: "owner" } })).toBe(1);
  });

  test("are removed by whoever may, and by nobody else", async () => {
    const params = { userId: teacher.viewer.id };
    expect((await ask(removeMember, "DELETE", pupil, {}, params)).status).toBe(403);
    expect((await ask(removeMember, "DELETE", stranger, {}, params)).status).toBe(404);
    const theirs = { userId: pupil.viewer.id };
    expect((await ask(removeMember, "DELETE", teacher, {}, theirs)).status).toBe(200);
    expect((await ask(getGroup, "GET", pupil)).status).toBe(404);
  });

  test("a group is handed over as a whole", async () => {
    const to = { userId: pupil.viewer.id };
    expect((await ask(transfer, "PUT", pupil, to)).status).toBe(403);
    expect((await ask(transfer, "PUT", teacher, { userId: stranger.viewer.id })).status).toBe(404);
    expect((await ask(transfer, "PUT", teacher, to)).status).toBe(200);
    expect((await ask(getGroup, "GET", pupil)).body.role).toBe("owner");
    expect((await ask(getGroup, "GET", teacher)).body.role).toBe("moderator");
  });
});

test("an archived group is read, and nothing else, until its owner opens it again", async () => {
  const token = await inviteToken();
  expect((await ask(changeGroup, "PATCH", pupil, { isArchived: true })).status).toBe(403);
  expect((await ask(changeGroup, "PATCH", teacher, { isArchived: true })).status).toBe(200);
  expect((await ask(getGroup, "GET", pupil)).body.isArchived).toBe(true);
  expect((await ask(invite, "POST", teacher, {})).body.reason).toBe("archived");
  expect((await joins(stranger, token, "Jonas")).status).toBe(410);
  expect((await ask(changeGroup, "PATCH", teacher, { isArchived: false })).status).toBe(200);
  expect((await joins(stranger, token, "Jonas")).status).toBe(200);
});

describe("assignments", () => {
  test("are for articles that the whole group may read", async () => {
    const importedById = teacher.viewer.id;
    await seedArticle({ slug: `entwurf-${id}`, audience: "draft", importedById });
    await seedArticle({ slug: `heft-${id}` });
    const dueAt = "2026-12-01T08:00:00.000Z";
    const give = (who: Visitor, articleSlug: string) =>
      ask(assign, "PUT", who, { articleSlug, dueAt });
    expect((await give(teacher, `entwurf-${id}`)).status).toBe(422);
    expect((await give(teacher, "gibt-es-nicht")).status).toBe(404);
    expect((await give(pupil, `heft-${id}`)).status).toBe(403);
    expect((await give(teacher, `heft-${id}`)).status).toBe(200);
    await db().article.updateMany({
      where: { slug: `entwurf-${id}` },
      data: { audience: "group", groupId: id },
    });
    expect((await give(teacher, `entwurf-${id}`)).status).toBe(200);
    const { body } = await ask(getGroup, "GET", pupil);
    expect(body.assignments).toHaveLength(2);
    const assignmentId = body.assignments[0].id;
    expect((await ask(removeAssignment, "DELETE", pupil, {}, { assignmentId })).status).toBe(403);
    expect((await ask(removeAssignment, "DELETE", teacher, {}, { assignmentId })).status).toBe(200);
  });

  test("tell the owner who has read and written for the group, and nothing of what is nobody's business", async () => {
    const slug = `lektuere-${id}`;
    const article = await seedArticle({ slug });
    const reads = (who: Visitor, share: number) =>
      ask(recordProgress, "PUT", who, { share }, { slug });
    expect((await reads(pupil, 0.9)).body).toEqual({ isKept: false });
    expect(await db().assignmentProgress.count({ where: { userId: pupil.viewer.id } })).toBe(0);

    await ask(assign, "PUT", teacher, { articleSlug: slug, dueAt: null });
    expect((await reads(pupil, 0.5)).body).toEqual({ isKept: true });
    await reads(pupil, 0.25);
    expect((await reads(stranger, 1)).body).toEqual({ isKept: false });
    const forGroup = { audience: "group" as const, groupId: id };
    await seedAnnotation(pupil.viewer, makeAnnotation(article, "Hafen", forGroup));
    await seedAnnotation(pupil.viewer, makeAnnotation(article, "Hafen"));
    const seen = (await ask(getGroup, "GET", teacher)).body.assignments[0].readers;
    expect(seen).toEqual([{ id: pupil.viewer.id, share: 0.5, noteCount: 1 }]);
    expect((await ask(getGroup, "GET", pupil)).body.assignments[0].readers).toEqual([]);
  });
});

describe("a private thread", () => {
  test("is of the teacher and one student, once, and ends with the membership in the class", async () => {
    const other = await person("Lea");
    await joins(other, await inviteToken());
    const to = { userId: pupil.viewer.id };
    expect((await ask(openThread, "POST", pupil, { userId: teacher.viewer.id })).status).toBe(403);
    const { body: thread } = await ask(openThread, "POST", teacher, to);
    expect((await ask(openThread, "POST", teacher, to)).body).toEqual(thread);
    const inThread = { id: thread.id };
    expect((await ask(getGroup, "GET", pupil, undefined, inThread)).status).toBe(200);
    expect((await ask(getGroup, "GET", other, undefined, inThread)).status).toBe(404);

    const article = await seedArticle({ slug: `faden-${id}` });
    const audience = { audience: "group" as const, groupId: thread.id };
    await seedAnnotation(pupil.viewer, makeAnnotation(article, "Hafen", audience));
    const ofTeacher = (await ask(getGroup, "GET", teacher, undefined, inThread)).body.activity;
    expect(ofTeacher).toMatchObject([{ author: "Mila", quote: "Hafen" }]);

    await ask(removeMember, "DELETE", teacher, {}, to);
    expect((await ask(getGroup, "GET", pupil, undefined, inThread)).status).toBe(404);
  });
});
