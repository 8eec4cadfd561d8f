import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { annotationOf, type StoredAnnotation } from "@/core/annotation/annotation";
import type { Access, Grant } from "@/core/audience/access";
import {
  type AnnotationAudience,
  annotationAudiences,
  mayAnswerAnnotation,
  mayChangeAnnotation,
  maySeeAnnotation,
} from "@/core/audience/annotation-policy";
import { type ArticleAudience, articleAudiences } from "@/core/audience/article-policy";
import type { TokenScope } from "@/core/viewer/token-scopes";
import type { Viewer } from "@/core/viewer/viewer";
import type { Reading } from "@/server/articles/load-article";
import { loadAccess } from "@/server/audience/load-access";
import { db } from "@/server/db";
import { makeShareLink } from "@/server/sharing/share-links";
import { makeAnnotation } from "@/server/testing/make-annotation";
import { seedAnnotation } from "@/server/testing/seed-annotation";
import { seedArticle } from "@/server/testing/seed-article";
import { seedGroup } from "@/server/testing/seed-group";
import { send } from "@/server/testing/send";
import { newVisitor, type Visitor } from "@/server/testing/visitor";
import { makeToken, revokeToken } from "@/server/tokens/personal-token";

// Every route that there is × every kind of viewer × every audience. Nothing is listed by hand: a new route is asked,
// too, and what it may give is what the policy says.

const kinds = [
  "no session",
  "anonymous",
  "other",
  "maker",
  "member",
  "reader",
  "moderator",
  "group owner",
  "ex-member",
  "installation owner",
  "guest",
  "guest of a revoked link",
  "link holder",
  "holder of a revoked link",
  "token to read",
  "token to write",
  "token for nothing",
  "revoked token",
] as const;
type Kind = (typeof kinds)[number];

/** Programs come in the name of the group's member. */
const scopesOf: Partial<Record<Kind, readonly TokenScope[]>> = {
  "token to read": ["annotations:read"],
  "token to write": ["annotations:write"],
  "token for nothing": [],
  "revoked token": ["annotations:write"],
};

type Seeded = { readonly stored: StoredAnnotation; readonly secret: string };

let visitors: Partial<Record<Kind, Visitor>>;
let reading: Reading;
let articleId: string;
let groupId: string;
let seeded: Record<AnnotationAudience, Seeded>;
/** Of what moderation took out of sight: a public note, one for the group, and an answer in the group. */
let takenOut: readonly string[];
let bearers: Partial<Record<Kind, string>>;
let goodToken: string;
let revokedToken: string;
let replySecret: string;

function words(text: string) {
  const content = [{ type: "text" as const, text }];
  return { type: "doc" as const, content: [{ type: "paragraph" as const, content }] };
}

async function seed(maker: Visitor, audience: AnnotationAudience): Promise<Seeded> {
  const secret = `geheim-${audience}-${randomUUID()}`;
  const rest = { note: words(secret), audience, groupId: audience === "group" ? groupId : null };
  const stored = await seedAnnotation(maker.viewer, makeAnnotation(reading, "Hafen", rest));
  return { stored, secret };
}

beforeAll(async () => {
  reading = await seedArticle({ slug: "zwei-haefen" });
  articleId = (await db().article.findUniqueOrThrow({ where: { slug: "zwei-haefen" } })).id;
  const people: (readonly [Kind, Visitor])[] = [];
  for (const kind of kinds.slice(1, 12)) {
    const role = kind === "installation owner" ? "owner" : "reader";
    people.push([kind, await newVisitor(role)]);
  }
  visitors = Object.fromEntries(people);
  const of = (kind: Kind): Visitor => {
    const visitor = visitors[kind];
    if (!visitor) throw new Error(`There is no ${kind}`);
    return visitor;
  };
  await db().user.update({ where: { id: of("other").viewer.id }, data: { isAnonymous: false } });
  const maker = of("maker");
  groupId = await seedGroup("9b", [
    [of("group owner"), "owner"],
    [of("moderator"), "moderator"],
    [maker, "member"],
    [of("member"), "member"],
    [of("reader"), "reader"],
    [of("ex-member"), "member"],
  ]);
  seeded = {
    me: await seed(maker, "me"),
    group: await seed(maker, "group"),
    link: await seed(maker, "link"),
    public: await seed(maker, "public"),
  };
  const [hidden, held] = [await seed(maker, "public"), await seed(maker, "group")];
  const answer = `verborgen-${randomUUID()}`;
  await db().annotation.update({
    where: { id: hidden.stored.id },
    data: { moderation: "hidden" },
  });
  await db().annotation.update({ where: { id: held.stored.id }, data: { moderation: "held" } });
  await db().reply.create({
    data: {
      ...{ id: randomUUID(), annotationId: seeded.group.stored.id, note: words(answer) },
      ...{ authorId: maker.viewer.id, moderation: "removed" },
    },
  });
  takenOut = [hidden.secret, held.secret, answer];
  replySecret = `antwort-${randomUUID()}`;
  await db().reply.create({
    data: {
      id: randomUUID(),
      annotationId: seeded.group.stored.id,
      authorId: of("ex-member").viewer.id,
      note: words(replySecret),
    },
  });
  await db().membership.deleteMany({ where: { userId: of("ex-member").viewer.id } });
  const name = "Skript";
  bearers = {};
  for (const kind of kinds) {
    const scopes = scopesOf[kind];
    if (!scopes) continue;
    const made = await makeToken(of("member").viewer, { name, scopes, expiresAt: null });
    bearers[kind] = made.token;
    if (kind === "revoked token") await revokeToken(of("member").viewer, made.id);
  }
  const annotationId = seeded.link.stored.id;
  const links = await Promise.all(
    [1, 2].map(() => makeShareLink(maker.viewer, { kind: "annotation", annotationId, days: 1 })),
  );
  const tokens = links.map((link) => (link.ok ? (link.path.split("/").at(-1) ?? "") : ""));
  [goodToken, revokedToken] = [tokens[0] ?? "", tokens[1] ?? ""];
  const revoked = links[1];
  if (revoked?.ok) {
    await db().shareLink.update({ where: { id: revoked.id }, data: { revokedAt: new Date() } });
  }
});

function tokenOf(kind: Kind): string {
  if (kind === "link holder") return goodToken;
  return kind === "holder of a revoked link" ? revokedToken : "no-token";
}

async function accessOf(kind: Kind, folder: string): Promise<Access> {
  const isLink = kind === "link holder" && folder === "api/shared/[token]";
  const grant: Grant = { kind: "annotation", annotationId: seeded.link.stored.id };
  return loadAccess(viewerOf(kind), db(), isLink ? [grant] : []);
}

/** Whose eyes a request of this kind may see with, at most: what a token is not for, it is refused. */
function viewerOf(kind: Kind): Viewer | null {
  const isProgram = kind === "token to read" || kind === "token to write";
  return visitors[isProgram ? "member" : kind]?.viewer ?? null;
}

function asked(audience: AnnotationAudience) {
  const article = {
    id: articleId,
    audience: "library" as const,
    groupId: null,
    importedById: null,
  };
  const { id, groupId: group, author } = seeded[audience].stored;
  return {
    id,
    ownerId: author.id,
    audience,
    groupId: group,
    isDeleted: false,
    moderation: "shown" as const,
    article,
  };
}

/** What of the secrets an answer to this kind of viewer may hold. */
async function allowed(kind: Kind, folder: string): Promise<readonly string[]> {
  const access = await accessOf(kind, folder);
  const visible = annotationAudiences.filter((audience) =>
    maySeeAnnotation(access, asked(audience)),
  );
  const replies = visible.includes("group") || kind === "ex-member" ? [replySecret] : [];
  const own = kind === "maker" ? takenOut : queued(kind, folder);
  return [...visible.map((audience) => seeded[audience].secret), ...replies, ...own];
}

/** What is out of sight is shown to those who decide about it, where they decide, and to nobody else anywhere. */
function queued(kind: Kind, folder: string): readonly string[] {
  if (folder !== "api/moderation") return [];
  const [hidden = "", held = ""] = takenOut;
  if (kind === "installation owner") return [hidden];
  return kind === "moderator" || kind === "group owner" ? [held] : [];
}

function secretsIn(text: string): readonly string[] {
  const known = Object.values(seeded).map(({ secret }) => secret);
  const all = [...known, replySecret, ...takenOut];
  return all.filter((secret) => text.includes(secret));
}

function paramsOf(folder: string, kind: Kind, audience: AnnotationAudience) {
  const { id } = seeded[audience].stored;
  return {
    id: folder.startsWith("api/groups") ? groupId : id,
    slug: reading.slug,
    token: tokenOf(kind),
    versionId: reading.version.id,
    side: "de",
    name: id,
    userId: seeded.me.stored.author.id,
    invitationId: randomUUID(),
    assignmentId: randomUUID(),
  };
}

const appFolder = fileURLToPath(new URL(".", import.meta.url));
const folders = readdirSync(appFolder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("/route.ts"))
  .map((path) => path.slice(0, -"/route.ts".length))
  .sort();

/** Only what a reader writes asks which state it was made from. */
function conditionsOf(folder: string): readonly Record<string, string>[] {
  const create = { "if-none-match": "*" };
  const isWritten = /^api\/(annotations|replies)\//.test(folder);
  return isWritten ? [create, { "if-match": '"1"' }] : [create];
}

/** Those without an end, and those that are about the session they come with and take no id of anything else. */
const notAsked = [/^api\/live$/, /^api\/auth\//, /^api\/account(\/password|\/recovery-code)?$/];

async function call(
  folder: string,
  method: string,
  kind: Kind,
  audience: AnnotationAudience,
  sending: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<{ status: number; text: string } | null> {
  const { [method]: handle } = await import(join(appFolder, folder, "route.ts"));
  if (!handle) return null;
  const params: Record<string, string> = paramsOf(folder, kind, audience);
  const path = folder.replace(/\[(\w+)\]/g, (_, name) => params[name] ?? "");
  const headers = {
    "idempotency-key": randomUUID(),
    ...authorizationOf(kind),
    ...sending.headers,
  };
  const cookie = visitors[kind]?.cookie;
  const request = send(method, `/${path}`, { cookie, body: sending.body, headers });
  const response: Response = await handle(request, { params: Promise.resolve(params) });
  return { status: response.status, text: await response.text() };
}

function authorizationOf(kind: Kind): Record<string, string> {
  const bearer = bearers[kind];
  return bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
}

/** What there was before anything was asked; the requests of all kinds leave it so. */
let untouched: Awaited<ReturnType<typeof everything>>;

beforeAll(async () => {
  untouched = await everything();
});

/** Which audiences make a difference: where no annotation is named, the request is the same for all of them. */
function audiencesOf(folder: string): readonly AnnotationAudience[] {
  const namesOne = /\[(?:id|name)\]/.test(folder) && !folder.startsWith("api/groups");
  return namesOne ? annotationAudiences : ["group"];
}

const askedFolders = folders.filter((folder) => !notAsked.some((pattern) => pattern.test(folder)));

describe.each(askedFolders)("reading %s", (folder) => {
  test.each(kinds)("gives %s nothing that the policy does not", async (kind) => {
    const may = await allowed(kind, folder);
    for (const audience of audiencesOf(folder)) {
      const answer = await call(folder, "GET", kind, audience);
      const beyond = secretsIn(answer?.text ?? "").filter((secret) => !may.includes(secret));
      expect(beyond).toEqual([]);
    }
  });
});

describe.each(askedFolders)("writing to %s", (folder) => {
  test.each(kinds)("changes nothing of another's for %s, and tells nothing", async (kind) => {
    if (kind === "maker") return;
    const may = await allowed(kind, folder);
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      for (const audience of audiencesOf(folder)) {
        const { stored } = seeded[audience];
        const body = folder === "api/annotations/[id]" ? annotationOf(stored) : {};
        for (const condition of conditionsOf(folder)) {
          const sending = { body: { ...body, colour: "pink" }, headers: condition };
          const answer = await call(folder, method, kind, audience, sending);
          const beyond = secretsIn(answer?.text ?? "").filter((secret) => !may.includes(secret));
          expect(beyond).toEqual([]);
        }
      }
    }
    expect(await everything()).toEqual(untouched);
  });
});

/** What the maker owns, as it stands in the database. Threads are resolved by whoever may answer in them. */
async function everything() {
  const rows = await db().annotation.findMany({
    where: { ownerId: seeded.me.stored.author.id },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, ownerId: true, audience: true, groupId: true, note: true, colour: true },
      ...{ anchor: true, deletedAt: true, revision: true },
    },
  });
  const members = await db().membership.findMany({
    where: { groupId },
    orderBy: { userId: "asc" },
  });
  const links = await db().shareLink.findMany({ orderBy: { id: "asc" } });
  return { rows, members, links };
}

describe.each(annotationAudiences)("an annotation for: %s", (audience) => {
  test.each(kinds)("is answered to %s as the policy says", async (kind) => {
    const access = await accessOf(kind, "api/annotations/[id]");
    const sees = maySeeAnnotation(access, asked(audience));
    const one = await call("api/annotations/[id]", "GET", kind, audience);
    expect(one?.status).toBe(sees ? 200 : 404);
    const list = await call("api/articles/[slug]/annotations", "GET", kind, audience);
    expect(list?.text.includes(seeded[audience].secret)).toBe(sees);

    const writes = kind === "token to read" ? { ...access, viewer: null } : access;
    const refused = writes.viewer ? 404 : 401;
    const answers = mayAnswerAnnotation(writes, asked(audience));
    const reply = { id: randomUUID(), annotationId: seeded[audience].stored.id, note: words("ja") };
    expect(await replyStatus(kind, reply)).toBe(answers ? 201 : refused);

    const stored = annotationOf(seeded[audience].stored);
    const put = await call("api/annotations/[id]", "PUT", kind, audience, {
      body: stored,
      headers: { "if-match": '"999"' },
    });
    const changes = mayChangeAnnotation(writes, asked(audience));
    expect(put?.status).toBe(changes ? 412 : refused);
  });
});

async function replyStatus(kind: Kind, body: { readonly id: string }): Promise<number> {
  const { PUT } = await import("./api/replies/[id]/route");
  const headers = {
    "idempotency-key": randomUUID(),
    "if-none-match": "*",
    ...authorizationOf(kind),
  };
  const cookie = visitors[kind]?.cookie;
  const request = send("PUT", `/api/replies/${body.id}`, { cookie, headers, body });
  return (await PUT(request, { params: Promise.resolve({ id: body.id }) })).status;
}

test("a link opens what it is for, and one that is revoked nothing", async () => {
  const shared = "api/shared/[token]";
  expect((await call(shared, "GET", "link holder", "link"))?.text).toContain(seeded.link.secret);
  expect((await call(shared, "GET", "holder of a revoked link", "link"))?.status).toBe(410);
});

test("the queue shows what is out of sight to those in whose hands it is", async () => {
  const [hidden = "", held = "", answer = ""] = takenOut;
  const boss = await call("api/moderation", "GET", "installation owner", "public");
  expect(boss?.text).toContain(hidden);
  const teacher = await call("api/moderation", "GET", "moderator", "group");
  expect(teacher?.text).toContain(held);
  for (const shown of [boss, teacher]) expect(shown?.text).not.toContain(answer);
});

const readers: Readonly<Record<ArticleAudience, readonly Kind[]>> = {
  draft: ["maker"],
  group: [
    ...(["maker", "member", "reader", "moderator", "group owner"] as const),
    ...(["token to read", "token to write"] as const),
  ],
  link: ["maker", "installation owner", "guest"],
  library: kinds,
};

describe.each(articleAudiences)("an article for: %s", (audience) => {
  let article: Reading;

  beforeAll(async () => {
    const importedById = visitors.maker?.viewer.id ?? null;
    article = await seedArticle({ slug: `artikel-${audience}`, audience, importedById });
    const group = audience === "group" ? groupId : null;
    const { id: articleId } = await db().article.update({
      where: { slug: article.slug },
      data: { groupId: group },
    });
    // Whatever becomes of the article's audience, the links to it stay: they must open nothing then.
    for (const kind of ["guest", "guest of a revoked link"] as const) {
      await db().shareLink.create({
        data: {
          ...{
            kind: "article",
            tokenHash: randomUUID(),
            createdById: importedById ?? "",
            articleId,
          },
          revokedAt: kind === "guest" ? null : new Date(),
          guests: { create: { userId: visitors[kind]?.viewer.id ?? "" } },
        },
      });
    }
  });

  const ways: readonly (readonly [string, string])[] = [
    ["api/articles/[slug]/annotations", ""],
    ["api/articles/[slug]/export/[format]", ""],
    ["api/articles/[slug]/search", "?q=Hafen"],
    ["api/articles/versions/[versionId]/[side]", ""],
    ["api/articles/versions/[versionId]/parts", ""],
    ["api/articles/versions/[versionId]/word-links", ""],
  ];

  // Reports are written; how far somebody has read is theirs, whether the article is still there or not.
  test("every route that gives something of it is asked", () => {
    const given = /^api\/articles\/.*(?<!reports|progress)$/;
    const known = folders.filter((folder) => given.test(folder));
    expect(known).toEqual(ways.map(([folder]) => folder));
  });

  test.each(kinds)("is read by %s only where it is for them", async (kind) => {
    const mayRead = readers[audience].includes(kind);
    for (const [folder, query] of ways) {
      const { GET } = await import(join(appFolder, folder, "route.ts"));
      const params = {
        ...{ slug: article.slug, versionId: article.version.id, side: "de", format: "tsv" },
      };
      const cookie = visitors[kind]?.cookie;
      const headers = authorizationOf(kind);
      const request = send("GET", `/${folder}${query}`, { cookie, headers });
      const response: Response = await GET(request, { params: Promise.resolve(params) });
      // A program reads annotations and exports the text they are on; the pages and what they load take a session.
      const isForTokens = /annotations|export/.test(folder) || audience === "library";
      const isLetIn = mayRead && (isForTokens || headers.authorization === undefined);
      expect([folder, response.status]).toEqual([folder, isLetIn ? 200 : expect.any(Number)]);
      if (!isLetIn) expect([401, 404]).toContain(response.status);
    }
  });
});
