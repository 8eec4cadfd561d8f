import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { annotationOf } from "@/core/annotation/annotation";
import { summarise } from "@/core/article/article-summary";
import { listArticles } from "@/server/articles/list-articles";
import { loadArticle, type Reading } from "@/server/articles/load-article";
import { loadSideHtml } from "@/server/articles/load-side-html";
import { publishArticle } from "@/server/articles/publish-article";
import { db } from "@/server/db";
import { openGlossary } from "@/server/glossary/glossary";
import { makeInvitation, revokeInvitation } from "@/server/groups/invitations";
import { mayChange } from "@/server/http/rate-limits";
import { createImport } from "@/server/imports/create-import";
import { listUnsavedImports } from "@/server/imports/list-imports";
import { loadImport } from "@/server/imports/load-import";
import { saveImport } from "@/server/imports/save-import";
import { claimOwner, makeOwnerLink } from "@/server/owner";
import { hashSecret, makeSecret } from "@/server/secret-token";
import { makeShareLink, revokeShareLink } from "@/server/sharing/share-links";
import {
  type Exceptions,
  inClass,
  type Kind,
  kinds,
  newPeople,
  outcomeFor,
  type People,
  personOf,
  type Row,
  seedClass,
} from "@/server/testing/kinds-of-viewer";
import { makeAnnotation } from "@/server/testing/make-annotation";
import { seedAnnotation } from "@/server/testing/seed-annotation";
import { seedArticle, seedFiles } from "@/server/testing/seed-article";
import { seedGroup } from "@/server/testing/seed-group";
import { send } from "@/server/testing/send";
import { newVisitor, type Visitor } from "@/server/testing/visitor";
import { makeToken } from "@/server/tokens/personal-token";
import { createWebAnnotation } from "@/server/web-annotations/write-web-annotation";
import { compareVersions } from "@/server/workbench/compare-versions";
import { listVersions } from "@/server/workbench/list-versions";
import { openDraft } from "@/server/workbench/open-draft";
import { openPublication } from "@/server/workbench/open-publication";
import { openWorkbench } from "@/server/workbench/open-workbench";
import { restoreVersion } from "@/server/workbench/restore-version";

// Every way into the application × every kind of viewer. A route, page or action that is not in these tables fails.

type Case = {
  readonly of: string;
  readonly request: (kind: Kind) => Promise<Attempt>;
  readonly status: Row<number>;
  readonly but?: Exceptions<number>;
};
type Attempt = {
  readonly params?: Record<string, string>;
  readonly query?: string;
  readonly headers?: object;
  readonly body?: unknown;
};

const secret = "Das geht nur mich etwas an.";
const secretOfClass = "Das bleibt unter uns.";
const note = words(secret);
const answerForAll = words("Ja.");

function words(text: string) {
  const content = [{ type: "text" as const, text }];
  return { type: "doc" as const, content: [{ type: "paragraph" as const, content }] };
}

const create = { "if-none-match": "*" };

let all: People;
let visitors: People["visitors"];
let classId: string;
let library: Reading;
let importersDraft: Reading;
let operatorsDraft: Reading;
let heldVersionId: string;
let classArticle: Reading;
let linkedArticle: Reading;
let sharedTokens: { readonly good: string; readonly revoked: string };

beforeAll(async () => {
  all = await newPeople();
  visitors = all.visitors;
  classId = await seedClass(all, secretOfClass);
  // To lead another group is worth nothing in this one.
  await seedGroup("Anderswo", [[personOf(all, "ex-member"), "owner"]]);
  library = await seedArticle({ slug: "bibliothek" });
  const importedById = personOf(all, "importer").viewer.id;
  importersDraft = await seedArticle({ slug: "entwurf", audience: "draft", importedById });
  operatorsDraft = await seedArticle({ slug: "entwurf-des-betreibers", audience: "draft" });
  const { id: articleId } = await db().article.findUniqueOrThrow({ where: { slug: "bibliothek" } });
  const { id } = await db().articleVersion.create({
    data: {
      ...seedFiles,
      articleId,
      number: 2,
      alignment: "",
      summary: summarise(library.article),
      message: "",
      origin: "file",
    },
  });
  heldVersionId = id;
  classArticle = await seedArticle({ slug: "fuer-die-klasse", audience: "group", importedById });
  await db().article.update({ where: { slug: "fuer-die-klasse" }, data: { groupId: classId } });
  linkedArticle = await seedArticle({ slug: "mit-link", audience: "link", importedById });
  sharedTokens = { good: await handOut("link holder"), revoked: await handOut(revokedHolder) };
  const tokenHash = hashSecret(sharedTokens.revoked);
  await db().shareLink.updateMany({ where: { tokenHash }, data: { revokedAt: new Date() } });
});

const revokedHolder = "holder of a revoked link";

/** A link to the article that is for whoever has one, opened by this one of them. */
async function handOut(kind: Kind): Promise<string> {
  const { id: articleId } = await db().article.findUniqueOrThrow({ where: { slug: "mit-link" } });
  const createdById = personOf(all, "importer").viewer.id;
  const { token, tokenHash } = makeSecret();
  const guests = { create: { userId: personOf(all, kind).viewer.id } };
  await db().shareLink.create({
    data: { kind: "article", articleId, createdById, tokenHash, guests },
  });
  return token;
}

/** An annotation of the maker's on the library's article, new for every attempt. */
async function makersAnnotation(more = {}) {
  const annotation = makeAnnotation(library, "drei Schiffe", { note, ...more });
  return seedAnnotation(personOf(all, "maker").viewer, annotation);
}

/** The same for the class. */
async function onClassAnnotation(
  headers = {},
  prepare: (id: string) => Promise<unknown> = async () => undefined,
): Promise<Attempt> {
  const body = annotationOf(await makersAnnotation(forClass()));
  await prepare(body.id);
  return { params: { id: body.id }, headers, body };
}

function forClass() {
  return { audience: "group" as const, groupId: classId, note: words(secretOfClass) };
}

async function onMakersAnnotation(
  headers = {},
  prepare: (id: string) => Promise<unknown> = async () => undefined,
): Promise<Attempt> {
  const body = annotationOf(await makersAnnotation());
  await prepare(body.id);
  return { params: { id: body.id }, headers, body };
}

/** An article of the importer's for whoever has a link to it, with one. */
async function forLinks(): Promise<{ readonly slug: string; readonly token: string }> {
  const importedById = personOf(all, "importer").viewer.id;
  const slug = `mit-link-${randomUUID()}`;
  await seedArticle({ slug, audience: "link", importedById });
  const { id: articleId } = await db().article.findUniqueOrThrow({ where: { slug } });
  const { token, tokenHash } = makeSecret();
  await db().shareLink.create({
    data: { kind: "article", articleId, createdById: importedById, tokenHash },
  });
  return { slug, token };
}

function publish(id: string) {
  return db().annotation.updateMany({
    where: { id },
    data: { audience: "public", note: { type: "doc", content: [] } },
  });
}

function giveToClass(id: string) {
  return db().annotation.updateMany({ where: { id }, data: forClass() });
}

function resolve(id: string) {
  return db().annotation.updateMany({ where: { id }, data: { resolvedAt: new Date() } });
}

/** Answers an annotation of the maker's. */
function replying(prepare: (id: string) => Promise<unknown>) {
  return async (): Promise<Attempt> => {
    const annotation = await makersAnnotation();
    await prepare(annotation.id);
    const body = { id: randomUUID(), annotationId: annotation.id, note: answerForAll };
    return { params: { id: body.id }, headers: create, body };
  };
}

function reporting(prepare: (id: string) => Promise<unknown>) {
  return async (): Promise<Attempt> => {
    const { id } = await makersAnnotation();
    await prepare(id);
    return { body: { annotationId: id, kind: "spam" } };
  };
}

function deciding(prepare: (id: string) => Promise<unknown>) {
  return async (): Promise<Attempt> => {
    const { id } = await makersAnnotation();
    await prepare(id);
    return { body: { target: { kind: "annotation", id }, decision: "hide" } };
  };
}

/** A reply of the maker's to what they show everyone. */
async function onMakersReply(headers: object): Promise<Attempt> {
  const annotation = await makersAnnotation();
  await publish(annotation.id);
  const body = { id: randomUUID(), annotationId: annotation.id, note: answerForAll };
  const authorId = personOf(all, "maker").viewer.id;
  await db().reply.create({ data: { ...body, authorId } });
  return { params: { id: body.id }, headers, body };
}

function creating(reading: () => Reading, more = () => ({})) {
  return async (): Promise<Attempt> => {
    const body = makeAnnotation(reading(), "drei Schiffe", more());
    return { params: { id: body.id }, headers: create, body };
  };
}

const webAnnotation = {
  "@context": "http://www.w3.org/ns/anno.jsonld",
  type: "Annotation",
  target: "https://example.org/",
};

/** One of the maker's in the container of the protocol, new for every attempt. */
async function makersWebAnnotation(more: object, headers = {}): Promise<Attempt> {
  const { viewer } = personOf(all, "maker");
  const body = { ...webAnnotation, ...more };
  const result = await createWebAnnotation(viewer, body, null);
  if (!result.ok) throw new Error(result.reason);
  const name = result.written.document.id.split("/").at(-1) ?? "";
  return { params: { name }, headers, body };
}

/** A document that the maker brought and has not saved, new for every attempt. */
async function makersImport(): Promise<string> {
  const { viewer } = personOf(all, "maker");
  const file = { name: "a.txt", bytes: new TextEncoder().encode(secret) };
  return (await createImport(viewer, [file])).id;
}

async function onMakersImport(): Promise<Attempt> {
  return { params: { id: await makersImport() }, body: { roles: "none" } };
}

function side(versionId: () => string) {
  return async () => ({ params: { versionId: versionId(), side: "de" } });
}

function exportOf(slug: string, format: string) {
  return async (): Promise<Attempt> => ({ params: { slug, format } });
}

function annotationsOf(slug: string) {
  return async () => ({ params: { slug } });
}

// After an entry that no draft has: whoever is let in is told that it is another by now.
const undoUnknown = { version: 1, after: 99, entries: [{ kind: "undo" }] };

function inWorkbench(slug: string, body: object) {
  return async () => ({ params: { slug }, body });
}

const ifMatch = { "if-match": '"1"' };

const everybodys: Row<number> = [200, 200, 200, 200, 200];
const onlyMakers: Row<number> = [401, 404, 404, 200, 404];
const accounts: Row<number> = [401, 200, 200, 200, 200];

function same(status: number): Row<number> {
  return [status, status, status, status, status];
}

function sending(body: unknown, params = {}) {
  return async () => ({ body, params });
}

function newAddress(): string {
  return `${randomUUID()}@schule.example`;
}

const password = "Quittengelee im Oktober";

const accountRoutes: Readonly<Record<string, readonly Case[]>> = {
  "POST api/auth/sign-up": [
    {
      of: "anybody",
      request: async () => ({ body: { name: "Mila", email: newAddress(), password } }),
      status: everybodys,
    },
  ],
  "POST api/auth/sign-in/password": [
    {
      of: "nobody there is",
      request: async () => ({ body: { email: newAddress(), password } }),
      status: same(401),
    },
  ],
  "POST api/auth/sign-in/link": [
    { of: "anybody", request: async () => ({ body: { email: newAddress() } }), status: same(202) },
  ],
  "PUT api/auth/sign-in/link": [
    { of: "a link there is not", request: sending({ token: "x" }), status: same(410) },
  ],
  "POST api/auth/confirm": [
    { of: "a link there is not", request: sending({ token: "x" }), status: same(410) },
  ],
  "POST api/auth/reset": [
    { of: "anybody", request: async () => ({ body: { email: newAddress() } }), status: same(202) },
  ],
  "PUT api/auth/reset": [
    { of: "a link there is not", request: sending({ token: "x", password }), status: same(410) },
  ],
  "POST api/auth/recover": [
    { of: "a code there is not", request: sending({ code: "x" }), status: same(410) },
  ],
  "POST api/auth/sign-out": [{ of: "anybody", request: sending({}), status: everybodys }],
  "GET api/account": [{ of: "oneself", request: async () => ({}), status: accounts }],
  "GET api/account/menu": [{ of: "anybody", request: async () => ({}), status: everybodys }],
  "PATCH api/account": [{ of: "oneself", request: sending({ name: "Mila" }), status: accounts }],
  "DELETE api/account": [{ of: "oneself", request: sending({ password: null }), status: accounts }],
  "PUT api/account/password": [
    {
      of: "somebody without one",
      request: sending({ current: password, password }),
      status: same(401),
    },
  ],
  "POST api/account/recovery-code": [
    { of: "oneself", request: sending({}), status: [401, 201, 201, 201, 201] },
  ],
  "GET api/account/tokens": [{ of: "one's own", request: async () => ({}), status: accounts }],
  "POST api/account/tokens": [
    {
      of: "oneself, with an account that lasts",
      request: sending({ name: "Skript", scope: "annotations:read", days: 1 }),
      status: [401, 403, 403, 403, 403],
      but: { named: 201 },
    },
  ],
  "DELETE api/account/tokens/[id]": [
    {
      of: "the maker",
      request: async () => {
        const { viewer } = personOf(all, "maker");
        const asked = { name: "Skript", scopes: [], expiresAt: null };
        return { body: {}, params: { id: (await makeToken(viewer, asked)).id } };
      },
      status: onlyMakers,
    },
  ],
  "GET api/account/export": [{ of: "oneself", request: async () => ({}), status: accounts }],
  "GET api/account/sessions": [{ of: "oneself", request: async () => ({}), status: accounts }],
  "POST api/account/sessions": [
    { of: "oneself", request: sending({ isShared: true }), status: accounts },
  ],
  "DELETE api/account/sessions/[id]": [
    {
      of: "the maker",
      request: async () => {
        const userId = personOf(all, "maker").viewer.id;
        const id = randomUUID();
        const expiresAt = new Date(Date.now() + 60_000);
        await db().session.create({ data: { id, token: id, userId, expiresAt } });
        return { body: {}, params: { id } };
      },
      status: [401, 404, 404, 200, 404],
    },
  ],
};

/** In a class of its own, new for every attempt; what else the address names is prepared there. */
function inNewClass(
  body: unknown,
  prepare: (groupId: string) => Promise<Record<string, string>> = async () => ({}),
) {
  return async (): Promise<Attempt> => {
    const id = await seedClass(all, secretOfClass);
    return { params: { id, ...(await prepare(id)) }, body };
  };
}

async function thePupil() {
  return { userId: all.pupil.viewer.id };
}

async function bannedPupil(groupId: string) {
  const { userId } = await thePupil();
  await db().groupBan.create({ data: { groupId, userId } });
  return { userId };
}

async function invitationTo(groupId: string) {
  const createdById = personOf(all, "maker").viewer.id;
  const row = { groupId, createdById, role: "member" as const, tokenHash: randomUUID() };
  return { invitationId: (await db().invitation.create({ data: row })).id };
}

async function assignmentTo(groupId: string) {
  const article = await db().article.findUniqueOrThrow({ where: { slug: "bibliothek" } });
  const data = { groupId, articleId: article.id };
  return { assignmentId: (await db().assignment.create({ data })).id };
}

const onlyMaker: Row<number> = [401, 404, 404, 200, 404];
const madeByMaker: Row<number> = [401, 404, 404, 201, 404];
const nobodys: Row<number> = [401, 404, 404, 404, 404];

/** What its members may do, and what those may who lead it; whoever is not in it does not learn that there is one. */
function ofClass(
  request: Case["request"],
  member: number,
  leader = member,
  more: Exceptions<number> = {},
): readonly Case[] {
  const but = { ...inClass(member, leader), ...more };
  return [{ of: "a class", request, status: nobodys, but }];
}

const onlyItsOwner = { moderator: 403 };

/** A link of the maker's to their notes on the library's article, new for every attempt. */
async function makersLink(): Promise<string> {
  const createdById = personOf(all, "maker").viewer.id;
  const article = await db().article.findUniqueOrThrow({ where: { slug: "bibliothek" } });
  const row = { createdById, articleId: article.id, kind: "notes" as const };
  return (await db().shareLink.create({ data: { ...row, tokenHash: randomUUID() } })).id;
}

/** A comment of the owner's on the library's article, new for every attempt. */
async function ownersComment(): Promise<string> {
  const id = randomUUID();
  const article = { connect: { slug: "bibliothek" } };
  const author = { connect: { id: personOf(all, "owner").viewer.id } };
  await db().rowComment.create({ data: { id, rowId: "r1", text: secret, article, author } });
  return id;
}

async function readersReport(): Promise<string> {
  const row = { kind: "typo" as const, version: 1, rowId: "r1", quote: "x", text: "" };
  const article = { connect: { slug: "bibliothek" } };
  return (await db().textReport.create({ data: { ...row, article } })).id;
}

async function newTerm(): Promise<string> {
  const row = { de: randomUUID(), en: "term" };
  return (await db().glossaryTerm.create({ data: row })).id;
}

const dismissal = { key: "0123456789abcdef", rule: "number" };
const report = { kind: "typo", version: 1, rowId: "r1", sentenceId: null, quote: "x", text: "" };
const onlyOwner: Row<number> = [401, 404, 404, 404, 200];
const onlyImporter: Row<number> = [401, 404, 200, 404, 404];

const workRoutes: Readonly<Record<string, readonly Case[]>> = {
  "GET api/workbench/[slug]/current": [
    {
      of: "the library's article",
      request: annotationsOf("bibliothek"),
      status: [404, 404, 404, 404, 200],
    },
    {
      of: "the importer's draft",
      request: annotationsOf("entwurf"),
      status: [404, 404, 200, 404, 404],
    },
  ],
  "GET api/workbench/words/[locale]": [
    { of: "anybody", request: async () => ({ params: { locale: "de" } }), status: accounts },
  ],
  "GET api/workbench/lexicon": [{ of: "anybody", request: async () => ({}), status: accounts }],
  "PUT api/workbench/[slug]/dismissals": [
    {
      of: "the library's article",
      request: inWorkbench("bibliothek", dismissal),
      status: onlyOwner,
    },
    {
      of: "the importer's draft",
      request: inWorkbench("entwurf", dismissal),
      status: onlyImporter,
    },
  ],
  "DELETE api/workbench/[slug]/dismissals": [
    {
      of: "the library's article",
      request: inWorkbench("bibliothek", dismissal),
      status: onlyOwner,
    },
  ],
  "GET api/workbench/[slug]/comments": [
    {
      of: "the library's article",
      request: annotationsOf("bibliothek"),
      status: [404, 404, 404, 404, 200],
    },
    {
      of: "the importer's draft",
      request: annotationsOf("entwurf"),
      status: [404, 404, 200, 404, 404],
    },
  ],
  "POST api/workbench/[slug]/comments": [
    {
      of: "the library's article",
      request: async () => ({
        params: { slug: "bibliothek" },
        body: { id: randomUUID(), rowId: "r1", text: "Stimmt das?" },
      }),
      status: [401, 404, 404, 404, 201],
    },
  ],
  "PATCH api/workbench/[slug]/comments/[id]": [
    {
      of: "the owner's",
      request: async () => ({
        params: { slug: "bibliothek", id: await ownersComment() },
        body: { isResolved: true },
      }),
      status: onlyOwner,
    },
    {
      of: "the owner's, by way of the importer's draft",
      request: async () => ({
        params: { slug: "entwurf", id: await ownersComment() },
        body: { isResolved: true },
      }),
      status: [401, 404, 404, 404, 404],
    },
  ],
  "DELETE api/workbench/[slug]/comments/[id]": [
    {
      of: "the owner's",
      request: async () => ({
        params: { slug: "bibliothek", id: await ownersComment() },
        body: {},
      }),
      status: onlyOwner,
    },
  ],
  "POST api/articles/[slug]/reports": [
    {
      of: "the library's article",
      request: inWorkbench("bibliothek", report),
      status: [201, 201, 201, 201, 201],
    },
    {
      of: "the importer's draft",
      request: inWorkbench("entwurf", report),
      status: [404, 404, 201, 404, 404],
    },
  ],
  "GET api/workbench/[slug]/reports": [
    {
      of: "the library's article",
      request: annotationsOf("bibliothek"),
      status: [404, 404, 404, 404, 200],
    },
  ],
  "PATCH api/workbench/[slug]/reports/[id]": [
    {
      of: "the library's article",
      request: async () => ({
        params: { slug: "bibliothek", id: await readersReport() },
        body: { state: "declined", answer: "Das ist richtig so." },
      }),
      status: onlyOwner,
    },
  ],
  "PUT api/workbench/[slug]/publication": [
    {
      of: "the library's article, which is there already",
      request: inWorkbench("bibliothek", { audience: "library" }),
      status: onlyOwner,
    },
    {
      of: "the importer's draft",
      request: inWorkbench("entwurf", { audience: "library" }),
      status: [401, 404, 403, 404, 404],
    },
  ],
  "DELETE api/workbench/[slug]/publication": [
    {
      of: "an article of the importer's",
      request: async () => {
        const slug = `zum-loeschen-${randomUUID()}`;
        const importedById = personOf(all, "importer").viewer.id;
        await seedArticle({ slug, audience: "draft", importedById });
        return { params: { slug }, body: {} };
      },
      status: onlyImporter,
    },
    {
      of: "an article of the operator's in the library",
      request: async () => {
        const slug = `zum-loeschen-${randomUUID()}`;
        await seedArticle({ slug });
        return { params: { slug }, body: {} };
      },
      status: onlyOwner,
    },
  ],
  "POST api/glossary": [
    { of: "the library", request: sending({ de: "Haus", en: "house" }), status: onlyOwner },
  ],
  "DELETE api/glossary/[id]": [
    {
      of: "the library",
      request: async () => ({ params: { id: await newTerm() }, body: {} }),
      status: onlyOwner,
    },
  ],
  "GET api/glossary/csv": [{ of: "the library", request: async () => ({}), status: onlyOwner }],
  "POST api/glossary/csv": [
    { of: "the library", request: sending({ csv: "Haus,house" }), status: onlyOwner },
  ],
};

const groupRoutes: Readonly<Record<string, readonly Case[]>> = {
  "GET api/groups": [{ of: "one's own", request: async () => ({}), status: accounts }],
  "POST api/groups": [
    { of: "one's own", request: sending({ name: "9b" }), status: [401, 201, 201, 201, 201] },
  ],
  "POST api/groups/join": [
    {
      of: "a link there is not",
      request: sending({ token: "x", name: "Mila" }),
      status: [401, 410, 410, 410, 410],
    },
  ],
  "GET api/groups/[id]": ofClass(inNewClass(null), 200),
  "PATCH api/groups/[id]": [
    ...ofClass(inNewClass({ description: "neu" }), 403, 200),
    ...ofClass(inNewClass({ isArchived: true }), 403, 200, onlyItsOwner),
  ],
  "POST api/groups/[id]/invitations": [
    ...ofClass(inNewClass({}), 403, 201),
    ...ofClass(inNewClass({ role: "moderator" }), 403, 201, onlyItsOwner),
  ],
  "DELETE api/groups/[id]/invitations/[invitationId]": ofClass(
    inNewClass({}, invitationTo),
    403,
    200,
  ),
  "PATCH api/groups/[id]/members/[userId]": ofClass(
    inNewClass({ role: "reader" }, thePupil),
    ...([403, 200, onlyItsOwner] as const),
  ),
  "DELETE api/groups/[id]/members/[userId]": ofClass(inNewClass({}, thePupil), 403, 200),
  "PUT api/groups/[id]/bans/[userId]": ofClass(inNewClass({}, thePupil), 403, 200),
  "DELETE api/groups/[id]/bans/[userId]": ofClass(inNewClass({}, bannedPupil), 403, 200),
  "PUT api/groups/[id]/owner": ofClass(
    async () => inNewClass(await thePupil())(),
    ...([403, 200, onlyItsOwner] as const),
  ),
  "POST api/groups/[id]/threads": ofClass(async () => inNewClass(await thePupil())(), 403, 200),
  "PUT api/groups/[id]/assignments": ofClass(
    inNewClass({ articleSlug: "bibliothek", dueAt: null }),
    403,
    200,
  ),
  "DELETE api/groups/[id]/assignments/[assignmentId]": ofClass(
    inNewClass({}, assignmentTo),
    403,
    200,
  ),
  "GET api/articles/[slug]/progress": [
    { of: "anybody", request: sending({}, { slug: "bibliothek" }), status: everybodys },
  ],
  "PUT api/articles/[slug]/progress": [
    { of: "oneself", request: sending({ share: 0.5 }, { slug: "bibliothek" }), status: accounts },
  ],
  "GET api/share-links": [{ of: "one's own", request: async () => ({}), status: accounts }],
  "POST api/share-links": [
    {
      of: "the maker's annotation",
      request: async () => {
        const { id } = await makersAnnotation();
        await publish(id);
        return { body: { kind: "annotation", annotationId: id } };
      },
      status: madeByMaker,
    },
    {
      of: "the importer's draft",
      request: sending({ kind: "notes", articleSlug: "entwurf" }),
      status: [401, 404, 201, 404, 404],
    },
    {
      of: "the notes of a class",
      request: async () => ({ body: { kind: "group", groupId: classId } }),
      status: nobodys,
      but: inClass(403, 201),
    },
    {
      of: "the importer's article for whoever has a link, which those make who publish",
      request: async () => {
        const { slug } = await forLinks();
        return { body: { kind: "article", articleSlug: slug } };
      },
      status: [401, 404, 403, 404, 201],
    },
  ],
  "POST api/share-links/open": [
    {
      of: "a link to the importer's article",
      request: async () => {
        const { token } = await forLinks();
        return { body: { token } };
      },
      status: [401, 200, 200, 200, 200],
    },
    {
      of: "no link at all",
      request: sending({ token: "gibt-es-nicht" }),
      status: [401, 410, 410, 410, 410],
    },
  ],
  "DELETE api/share-links/[id]": [
    {
      of: "the maker",
      request: async () => ({ body: {}, params: { id: await makersLink() } }),
      status: onlyMaker,
    },
  ],
  "GET api/shared/[token]": [
    { of: "a link there is not", request: sending({}, { token: "x" }), status: same(410) },
    {
      of: "the link that each has",
      request: async (kind) => {
        const { good, revoked } = sharedTokens;
        const held = kind === "link holder" ? good : kind === revokedHolder ? revoked : "x";
        return { params: { token: held }, body: {} };
      },
      status: same(410),
      but: { "link holder": 200 },
    },
  ],
};

//                                                                nobody, stranger, importer, maker, owner
const routes: Readonly<Record<string, readonly Case[]>> = {
  "GET api/annotations/[id]": [
    {
      of: "the maker",
      request: () => onMakersAnnotation(),
      status: [404, 404, 404, 200, 404],
    },
    {
      of: "the class",
      request: () => onClassAnnotation(),
      status: same(404),
      but: inClass(200),
    },
  ],
  "PUT api/annotations/[id]": [
    {
      of: "the maker",
      request: () => onMakersAnnotation(ifMatch),
      status: [401, 404, 404, 200, 404],
    },
    {
      of: "the maker, for the class",
      request: () => onClassAnnotation(ifMatch),
      status: onlyMaker,
    },
    {
      of: "one's own, for the class",
      request: creating(() => library, forClass),
      status: [401, 422, 422, 201, 422],
      but: inClass(201),
    },
    {
      of: "one's own, on the article for whoever has a link",
      request: creating(() => linkedArticle),
      status: [401, 404, 201, 404, 201],
      but: { "link holder": 201 },
    },
    {
      of: "the maker, as if it were new",
      request: () => onMakersAnnotation(create),
      status: [401, 404, 404, 412, 404],
    },
    {
      of: "one's own, on the library's article",
      request: creating(() => library),
      status: [401, 201, 201, 201, 201],
    },
    {
      of: "one's own, on the importer's draft",
      request: creating(() => importersDraft),
      status: [401, 404, 201, 404, 404],
    },
    {
      of: "one's own, on the operator's draft",
      request: creating(() => operatorsDraft),
      status: [401, 404, 404, 404, 201],
    },
  ],
  "DELETE api/annotations/[id]": [
    {
      of: "the maker",
      request: () => onMakersAnnotation(ifMatch),
      status: [401, 404, 404, 200, 404],
    },
  ],
  "POST api/annotations/[id]/restore": [
    {
      of: "the maker",
      request: async () => {
        const attempt = await onMakersAnnotation(ifMatch);
        const deletedAt = new Date();
        await db().annotation.updateMany({ where: attempt.params, data: { deletedAt } });
        return attempt;
      },
      status: [401, 404, 404, 200, 404],
    },
  ],
  "PUT api/annotations/[id]/resolution": [
    {
      of: "the maker",
      request: () => onMakersAnnotation(create),
      status: [401, 404, 404, 201, 404],
    },
    {
      of: "the maker, for everyone",
      request: () => onMakersAnnotation(create, publish),
      status: [401, 201, 201, 201, 201],
    },
    {
      of: "the maker, for the class",
      request: () => onClassAnnotation(create),
      status: nobodys,
      but: inClass(201),
    },
  ],
  "DELETE api/annotations/[id]/resolution": [
    {
      of: "the maker",
      request: () => onMakersAnnotation(ifMatch, resolve),
      status: [401, 404, 404, 200, 404],
    },
  ],
  "PUT api/replies/[id]": [
    {
      of: "one's own, to the maker's annotation",
      request: replying(async () => undefined),
      status: [401, 404, 404, 201, 404],
    },
    {
      of: "one's own, in the class",
      request: replying(giveToClass),
      status: nobodys,
      but: inClass(201),
    },
    {
      of: "one's own, to what the maker shows everyone",
      request: replying(publish),
      status: [401, 201, 201, 201, 201],
    },
    {
      of: "the maker's, to what they show everyone",
      request: () => onMakersReply(ifMatch),
      status: [401, 404, 404, 200, 404],
    },
  ],
  "DELETE api/replies/[id]": [
    {
      of: "the maker's, to what they show everyone",
      request: () => onMakersReply(ifMatch),
      status: [401, 404, 404, 200, 404],
    },
  ],
  "POST api/replies/[id]/restore": [
    {
      of: "the maker's, to what they show everyone",
      request: async () => {
        const attempt = await onMakersReply(ifMatch);
        const deletedAt = new Date();
        await db().reply.updateMany({ where: attempt.params, data: { deletedAt } });
        return attempt;
      },
      status: [401, 404, 404, 200, 404],
    },
  ],
  "GET api/articles/[slug]/annotations": [
    {
      of: "the library's article",
      request: annotationsOf("bibliothek"),
      status: [200, 200, 200, 200, 200],
    },
    {
      of: "the importer's draft",
      request: annotationsOf("entwurf"),
      status: [404, 404, 200, 404, 404],
    },
    {
      of: "the operator's draft",
      request: annotationsOf("entwurf-des-betreibers"),
      status: [404, 404, 404, 404, 200],
    },
    { of: "no article", request: annotationsOf("keiner"), status: [404, 404, 404, 404, 404] },
    {
      of: "the class's article",
      request: annotationsOf("fuer-die-klasse"),
      status: [404, 404, 200, 404, 404],
      but: inClass(200),
    },
  ],
  "GET api/articles/[slug]/export/[format]": [
    {
      of: "the library's article",
      request: exportOf("bibliothek", "tmx"),
      status: [200, 200, 200, 200, 200],
    },
    {
      of: "the importer's draft",
      request: exportOf("entwurf", "epub"),
      status: [404, 404, 200, 404, 404],
    },
    {
      of: "the operator's draft",
      request: exportOf("entwurf-des-betreibers", "html"),
      status: [404, 404, 404, 404, 200],
    },
    {
      of: "a format that is not written",
      request: exportOf("bibliothek", "pdf"),
      status: [404, 404, 404, 404, 404],
    },
  ],
  "GET api/articles/[slug]/search": [
    {
      of: "the library's article",
      request: async () => ({ params: { slug: "bibliothek" }, query: "?q=Hafen" }),
      status: [200, 200, 200, 200, 200],
    },
    {
      of: "the importer's draft",
      request: async () => ({ params: { slug: "entwurf" }, query: "?q=Hafen" }),
      status: [404, 404, 200, 404, 404],
    },
    {
      of: "the operator's draft",
      request: async () => ({ params: { slug: "entwurf-des-betreibers" }, query: "?q=Hafen" }),
      status: [404, 404, 404, 404, 200],
    },
  ],
  "GET api/articles/versions/[versionId]/[side]": [
    {
      of: "the library's article",
      request: side(() => library.version.id),
      status: [200, 200, 200, 200, 200],
    },
    {
      of: "the importer's draft",
      request: side(() => importersDraft.version.id),
      status: [404, 404, 200, 404, 404],
    },
    {
      of: "the operator's draft",
      request: side(() => operatorsDraft.version.id),
      status: [404, 404, 404, 404, 200],
    },
    {
      of: "a version that readers were never shown",
      request: side(() => heldVersionId),
      status: [404, 404, 404, 404, 404],
    },
  ],
  "GET api/articles/versions/[versionId]/parts": [
    {
      of: "the library's article",
      request: side(() => library.version.id),
      status: [200, 200, 200, 200, 200],
    },
    {
      of: "the importer's draft",
      request: side(() => importersDraft.version.id),
      status: [404, 404, 200, 404, 404],
    },
    {
      of: "the operator's draft",
      request: side(() => operatorsDraft.version.id),
      status: [404, 404, 404, 404, 200],
    },
    {
      of: "a version that readers were never shown",
      request: side(() => heldVersionId),
      status: [404, 404, 404, 404, 404],
    },
  ],
  "GET api/articles/versions/[versionId]/word-links": [
    {
      of: "the library's article",
      request: side(() => library.version.id),
      status: [200, 200, 200, 200, 200],
    },
    {
      of: "the importer's draft",
      request: side(() => importersDraft.version.id),
      status: [404, 404, 200, 404, 404],
    },
    {
      of: "the operator's draft",
      request: side(() => operatorsDraft.version.id),
      status: [404, 404, 404, 404, 200],
    },
    {
      of: "a version that readers were never shown",
      request: side(() => heldVersionId),
      status: [404, 404, 404, 404, 404],
    },
  ],
  "POST api/auth/sign-in/anonymous": [
    { of: "anybody", request: async () => ({}), status: [200, 200, 200, 200, 200] },
  ],
  "POST api/imports": [
    // Whoever has no account is given one; a body that is no form is refused.
    { of: "one's own", request: async () => ({ body: {} }), status: [400, 400, 400, 400, 400] },
  ],
  "DELETE api/imports/[id]": [
    { of: "the maker", request: onMakersImport, status: [401, 404, 404, 204, 404] },
  ],
  "POST api/imports/[id]/runs": [
    // What it is to be read as is no choice at all: whoever may have it read is told so.
    { of: "the maker", request: onMakersImport, status: [401, 404, 404, 422, 404] },
  ],
  "GET api/live": [
    {
      of: "the library's article",
      request: async () => ({ query: "?article=bibliothek" }),
      status: [200, 200, 200, 200, 200],
    },
    {
      of: "the importer's draft",
      request: async () => ({ query: "?article=entwurf" }),
      status: [404, 404, 200, 404, 404],
    },
    {
      of: "the class's article",
      request: async () => ({ query: "?article=fuer-die-klasse" }),
      status: [404, 404, 200, 404, 404],
      but: inClass(200),
    },
    {
      of: "the article for whoever has a link",
      request: async () => ({ query: "?article=mit-link" }),
      status: [404, 404, 200, 404, 200],
      but: { "link holder": 200 },
    },
  ],
  ...accountRoutes,
  ...groupRoutes,
  ...workRoutes,
  "GET api/workbench/[slug]/merge": [
    {
      of: "the library's article, of which no other version came",
      request: annotationsOf("bibliothek"),
      status: [404, 404, 404, 404, 404],
    },
  ],
  "POST api/workbench/[slug]/merge": [
    {
      of: "the library's article",
      request: inWorkbench("bibliothek", { after: 99, version: 1, choices: [] }),
      status: [401, 404, 404, 404, 412],
    },
  ],
  "GET api/workbench/[slug]": [
    {
      of: "the library's article",
      request: annotationsOf("bibliothek"),
      status: [404, 404, 404, 404, 200],
    },
    {
      of: "the importer's draft",
      request: annotationsOf("entwurf"),
      status: [404, 404, 200, 404, 404],
    },
    {
      of: "the operator's draft",
      request: annotationsOf("entwurf-des-betreibers"),
      status: [404, 404, 404, 404, 200],
    },
  ],
  "POST api/workbench/[slug]/entries": [
    {
      of: "the library's article",
      request: inWorkbench("bibliothek", undoUnknown),
      status: [401, 404, 404, 404, 412],
    },
    {
      of: "the importer's draft",
      request: inWorkbench("entwurf", undoUnknown),
      status: [401, 404, 412, 404, 404],
    },
  ],
  "POST api/workbench/[slug]/versions": [
    {
      of: "the library's article",
      request: inWorkbench("bibliothek", { message: "Neu", after: 99 }),
      status: [401, 404, 404, 404, 412],
    },
    {
      of: "the importer's draft",
      request: inWorkbench("entwurf", { message: "Neu", after: 99 }),
      status: [401, 404, 412, 404, 404],
    },
  ],
  "POST api/workbench/[slug]/alignment": [
    {
      of: "the library's article",
      request: inWorkbench("bibliothek", { after: 99, rows: null, pinned: null }),
      status: [401, 404, 404, 404, 412],
    },
    {
      of: "the importer's draft",
      request: inWorkbench("entwurf", { after: 99, rows: null, pinned: null }),
      status: [401, 404, 412, 404, 404],
    },
  ],
  "POST api/workbench/[slug]/restore": [
    {
      of: "the library's article",
      request: inWorkbench("bibliothek", { version: 1 }),
      status: [401, 404, 404, 404, 200],
    },
    {
      of: "the importer's draft",
      request: inWorkbench("entwurf", { version: 1 }),
      status: [401, 404, 200, 404, 404],
    },
  ],
  // Nobody has tags; everybody is given their own (server/tags/list-tags.test.ts).
  "GET api/tags": [
    {
      of: "one's own",
      request: async () => {
        await makersAnnotation();
        return {};
      },
      status: [200, 200, 200, 200, 200],
    },
  ],
  "GET api/notes": [
    { of: "one's own", request: async () => ({}), status: [200, 200, 200, 200, 200] },
  ],
  "GET api/notes/facets": [
    { of: "one's own", request: async () => ({}), status: [401, 200, 200, 200, 200] },
  ],
  "GET api/notes/export": [
    {
      of: "one's own",
      request: async () => ({ query: "?format=jsonld" }),
      status: [401, 200, 200, 200, 200],
    },
  ],
  "POST api/notes/import": [
    {
      of: "one's own",
      request: async () => ({ body: { place: 0, entries: [{}] } }),
      status: [401, 200, 200, 200, 200],
    },
  ],
  "GET api/notes/ids": [
    { of: "one's own", request: async () => ({}), status: [401, 200, 200, 200, 200] },
  ],
  "POST api/notes/actions": [
    {
      of: "the maker, passed over for everybody else (server/notes/act-on-notes.test.ts)",
      request: async () => {
        const { id } = await makersAnnotation();
        return { body: { actions: [{ kind: "colour", ids: [id], colour: "pink" }] } };
      },
      status: [401, 200, 200, 200, 200],
    },
  ],
  "GET api/look-up": [
    {
      of: "a word of the dictionary",
      request: async () => ({ query: "?language=de&words=Garten" }),
      status: [200, 200, 200, 200, 200],
    },
  ],
  "GET api/viewer": [
    { of: "anybody", request: async () => ({}), status: [200, 200, 200, 200, 200] },
  ],
  "GET api/notifications": [
    { of: "one's own", request: async () => ({}), status: [200, 200, 200, 200, 200] },
  ],
  "PUT api/notifications": [
    {
      of: "one's own",
      request: async () => ({ body: { readUntil: new Date().toISOString() } }),
      status: [401, 200, 200, 200, 200],
    },
  ],
  "PUT api/notifications/settings": [
    {
      of: "one's own",
      request: async () => ({ body: { kind: "reply", isOn: false } }),
      status: [401, 200, 200, 200, 200],
    },
  ],
  "GET annotations": [
    { of: "anybody", request: async () => ({}), status: [200, 200, 200, 200, 200] },
  ],
  "OPTIONS annotations": [
    { of: "anybody", request: async () => ({}), status: [204, 204, 204, 204, 204] },
  ],
  "POST annotations": [
    {
      of: "one's own",
      request: async () => ({ body: webAnnotation }),
      status: [401, 201, 201, 201, 201],
    },
  ],
  "GET annotations/[name]": [
    {
      of: "the maker, public",
      request: () => makersWebAnnotation({}),
      status: [200, 200, 200, 200, 200],
    },
    {
      of: "the maker, private",
      request: () => makersWebAnnotation({ audience: { type: "Audience" }, bodyValue: secret }),
      status: [404, 404, 404, 200, 404],
    },
  ],
  "OPTIONS annotations/[name]": [
    { of: "anybody", request: () => makersWebAnnotation({}), status: [204, 204, 204, 204, 204] },
  ],
  "PUT annotations/[name]": [
    {
      of: "the maker, public",
      request: () => makersWebAnnotation({}, ifMatch),
      status: [401, 404, 404, 200, 404],
    },
  ],
  "DELETE annotations/[name]": [
    {
      of: "the maker, public",
      request: () => makersWebAnnotation({}, ifMatch),
      status: [401, 404, 404, 204, 404],
    },
  ],
  "GET api/moderation": [
    { of: "what one looks after", request: async () => ({}), status: accounts },
  ],
  "POST api/moderation/reports": [
    {
      of: "the maker's annotation",
      request: reporting(async () => undefined),
      status: [401, 404, 404, 403, 404],
    },
    {
      of: "what the maker shows the class",
      request: reporting(giveToClass),
      status: nobodys,
      but: { ...inClass(201), maker: 403 },
    },
    {
      of: "what the maker shows everyone",
      request: reporting(publish),
      status: [401, 201, 201, 403, 201],
    },
  ],
  "POST api/moderation/decisions": [
    {
      of: "the maker's annotation",
      request: deciding(async () => undefined),
      status: [401, 404, 404, 404, 404],
    },
    {
      of: "what the maker shows the class",
      request: deciding(giveToClass),
      status: nobodys,
      but: inClass(404, 200),
    },
    {
      of: "what the maker shows everyone",
      request: deciding(publish),
      status: [401, 404, 404, 404, 200],
    },
  ],
  "GET healthz": [{ of: "anybody", request: async () => ({}), status: [200, 200, 200, 200, 200] }],
};

type Way = {
  readonly to: string;
  /** What the page or action asks of `server`, for a viewer: true where it lets them in. */
  readonly enter: (visitor: Visitor | null) => Promise<boolean>;
  readonly isOpen: Row<boolean>;
  readonly but?: Exceptions<boolean>;
};

const everyone: Row<boolean> = [true, true, true, true, true];
const noone: Row<boolean> = [false, false, false, false, false];

function listed(slug: string) {
  return async (visitor: Visitor | null) => {
    const articles = await listArticles(visitor?.viewer ?? null);
    return articles.some((article) => article.slug === slug);
  };
}

function workable(slug: string) {
  return async (visitor: Visitor | null) => {
    const viewer = visitor?.viewer ?? null;
    const draft = await openDraft(viewer, slug);
    const page = viewer && (await openWorkbench(viewer, slug));
    expect(page !== null).toBe(draft !== null);
    return draft !== null;
  };
}

function readable(reading: () => Reading) {
  return async (visitor: Visitor | null) => {
    const viewer = visitor?.viewer ?? null;
    const { slug, version } = reading();
    const article = await loadArticle(viewer, slug);
    const html = await loadSideHtml(viewer, version.id, "de");
    expect(html !== null).toBe(article !== null);
    return article !== null;
  };
}

async function claim(visitor: Visitor | null): Promise<boolean> {
  await db().user.updateMany({ where: { role: "owner" }, data: { role: "reader" } });
  const token = (await makeOwnerLink())?.split("/").at(-1) ?? "";
  const result = await claimOwner(visitor?.viewer ?? null, token);
  await db().user.updateMany({ where: { role: "owner" }, data: { role: "reader" } });
  const { viewer } = visitors.owner ?? {};
  if (viewer) await db().user.update({ where: { id: viewer.id }, data: { role: "owner" } });
  return result.ok;
}

const pages: Readonly<Record<string, readonly Way[]>> = {
  "[locale]": [
    { to: "the library's article", enter: listed("bibliothek"), isOpen: everyone },
    {
      to: "the importer's draft",
      enter: listed("entwurf"),
      isOpen: [false, false, true, false, false],
    },
    {
      to: "the operator's draft",
      enter: listed("entwurf-des-betreibers"),
      isOpen: [false, false, false, false, true],
    },
    {
      to: "the class's article",
      enter: listed("fuer-die-klasse"),
      isOpen: [false, false, true, false, false],
      but: inClass(true),
    },
    {
      to: "the article for whoever has a link",
      enter: listed("mit-link"),
      isOpen: [false, false, true, false, true],
      but: { "link holder": true },
    },
  ],
  "[locale]/workbench/[slug]/versions": [
    {
      to: "the library's article",
      enter: async (visitor) =>
        (await listVersions(visitor?.viewer ?? null, "bibliothek")) !== null,
      isOpen: [false, false, false, false, true],
    },
    {
      to: "the importer's draft",
      enter: async (visitor) =>
        (await compareVersions(visitor?.viewer ?? null, "entwurf", { from: 1, to: 1 })) !== null,
      isOpen: [false, false, true, false, false],
    },
  ],
  "[locale]/glossary": [
    {
      to: "the library's glossary",
      enter: async (visitor) => (await openGlossary(visitor?.viewer ?? null)) !== null,
      isOpen: [false, false, false, false, true],
    },
  ],
  "[locale]/workbench/[slug]/publication": [
    {
      to: "the library's article",
      enter: async (visitor) =>
        (await openPublication(visitor?.viewer ?? null, "bibliothek")) !== null,
      isOpen: [false, false, false, false, true],
    },
    {
      to: "the importer's draft",
      enter: async (visitor) =>
        (await openPublication(visitor?.viewer ?? null, "entwurf")) !== null,
      isOpen: [false, false, true, false, false],
    },
  ],
  "[locale]/workbench/[slug]": [
    {
      to: "the library's article",
      enter: workable("bibliothek"),
      isOpen: [false, false, false, false, true],
    },
    {
      to: "the importer's draft",
      enter: workable("entwurf"),
      isOpen: [false, false, true, false, false],
    },
  ],
  "[locale]/read/[slug]/[[...view]]": [
    { to: "the library's article", enter: readable(() => library), isOpen: everyone },
    {
      to: "the importer's draft",
      enter: readable(() => importersDraft),
      isOpen: [false, false, true, false, false],
    },
    {
      to: "the operator's draft",
      enter: readable(() => operatorsDraft),
      isOpen: [false, false, false, false, true],
    },
    {
      to: "the class's article",
      enter: readable(() => classArticle),
      isOpen: [false, false, true, false, false],
      but: inClass(true),
    },
    {
      to: "the article for whoever has a link",
      enter: readable(() => linkedArticle),
      isOpen: [false, false, true, false, true],
      but: { "link holder": true },
    },
  ],
  "[locale]/import": [
    {
      to: "what the maker has not saved",
      enter: async (visitor) => {
        const id = await makersImport();
        const own = await listUnsavedImports(visitor?.viewer ?? null);
        return own.some((each) => each.id === id);
      },
      isOpen: [false, false, false, true, false],
    },
  ],
  "[locale]/import/[id]": [
    {
      to: "what the maker has not saved",
      enter: async (visitor) =>
        (await loadImport(visitor?.viewer ?? null, await makersImport())) !== null,
      isOpen: [false, false, false, true, false],
    },
  ],
  // Shows the form alone; what it does is the action's.
  "[locale]/owner/[token]": [],
  // Forms alone; what they do is the routes'.
  "[locale]/sign-in": [],
  "[locale]/sign-in/link": [],
  "[locale]/sign-in/confirm": [],
  "[locale]/sign-up": [],
  "[locale]/reset": [],
  "[locale]/recover": [],
  // The viewer's own: what `GET api/account` and `GET api/account/sessions` give.
  "[locale]/account": [],
  // The viewer's own, and what `GET api/groups/[id]`, `GET api/shared/[token]` give.
  "[locale]/groups": [],
  "[locale]/groups/[id]": [],
  "[locale]/join/[token]": [],
  "[locale]/shared/[token]": [],
  // Not found outside development.
  "[locale]/mailbox": [],
  // The same for everybody; what it lists comes from api/notes.
  "[locale]/notes": [],
  // The same for everybody, and nobody's data.
  "[locale]/about": [],
  // One's own, by the same function as the route GET api/notifications.
  "[locale]/notifications": [],
  // What `GET api/moderation` gives; not found for those who look after nothing.
  "[locale]/moderation": [],
  "[locale]/imprint": [],
  "[locale]/privacy": [],
  "[locale]/styleguide": [],
  "[locale]/[...rest]": [],
};

/** A draft by the operator or by somebody, new for every attempt. */
function publishing(importedById: () => string | null) {
  return async (visitor: Visitor | null) => {
    const slug = `entwurf-${randomUUID()}`;
    await seedArticle({ slug, audience: "draft", importedById: importedById() });
    return visitor !== null && (await publishArticle(visitor.viewer, slug)).ok;
  };
}

const actions: Readonly<Record<string, readonly Way[]>> = {
  "restore [locale]/workbench/[slug]/versions": [
    {
      to: "the library's article",
      enter: async (visitor) => {
        const viewer = visitor?.viewer;
        return (
          viewer !== undefined && (await restoreVersion(viewer, "bibliothek", { version: 1 })).ok
        );
      },
      isOpen: [false, false, false, false, true],
    },
  ],
  "saveDraft [locale]/import/[id]": [
    {
      to: "what the maker has not saved",
      enter: async (visitor) => {
        const id = await makersImport();
        const result = visitor && (await saveImport(visitor.viewer, id));
        return result !== null && !result.ok && result.reason === "nothing-read";
      },
      isOpen: [false, false, false, true, false],
    },
  ],
  "publishDraft [locale]/import/[id]": [
    {
      to: "the operator's draft",
      enter: publishing(() => null),
      isOpen: [false, false, false, false, true],
    },
    {
      to: "the importer's draft",
      enter: publishing(() => personOf(all, "importer").viewer.id),
      isOpen: [false, false, false, false, false],
    },
    {
      to: "the owner's draft",
      enter: publishing(() => personOf(all, "owner").viewer.id),
      isOpen: [false, false, false, false, true],
    },
  ],
  "makeLink [locale]/shared": [
    {
      to: "the notes of a class",
      enter: async (visitor) => {
        const link = { kind: "group" as const, groupId: classId, articleSlug: null, days: 1 };
        return visitor !== null && (await makeShareLink(visitor.viewer, link)).ok;
      },
      isOpen: noone,
      but: inClass(false, true),
    },
  ],
  "endLink [locale]/shared": [
    {
      to: "a link of the maker's",
      enter: async (visitor) => {
        const id = await makersLink();
        return visitor !== null && (await revokeShareLink(visitor.viewer, id)) === null;
      },
      isOpen: [false, false, false, true, false],
    },
  ],
  "invite [locale]/groups/[id]": [
    {
      to: "a class",
      enter: async (visitor) => {
        const invitation = { role: "member" as const, days: 1, maxUses: null, email: null };
        const by = { language: "de" as const, headers: new Headers() };
        if (!visitor) return false;
        return (await makeInvitation(visitor.viewer, classId, invitation, by)).ok;
      },
      isOpen: noone,
      but: inClass(false, true),
    },
  ],
  "endInvitation [locale]/groups/[id]": [
    {
      to: "a class",
      enter: async (visitor) => {
        const { invitationId } = await invitationTo(classId);
        if (!visitor) return false;
        return (await revokeInvitation(visitor.viewer, classId, invitationId)) === null;
      },
      isOpen: noone,
      but: inClass(false, true),
    },
  ],
  "claimOwnership [locale]/owner/[token]": [
    { to: "the unused link", enter: claim, isOpen: [false, true, true, true, true] },
  ],
};

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const appFolder = fileURLToPath(new URL(".", import.meta.url));

function foldersWith(file: string): readonly string[] {
  return readdirSync(appFolder, { recursive: true, encoding: "utf8" })
    .filter((path) => path === file || path.endsWith(`/${file}`))
    .map((path) => path.slice(0, -file.length).replace(/\/$/, ""));
}

async function exportsOf(folder: string, file: string): Promise<readonly string[]> {
  return Object.keys(await import(join(appFolder, folder, file)));
}

describe("the tables are complete", () => {
  test("every method of every route is in the table, and nothing that is gone", async () => {
    const found: string[] = [];
    for (const folder of foldersWith("route.ts")) {
      const names = await exportsOf(folder, "route.ts");
      found.push(
        ...names.filter((name) => methods.includes(name)).map((name) => `${name} ${folder}`),
      );
    }
    expect(found.sort()).toEqual(Object.keys(routes).sort());
  });

  test("every page is in the table, and nothing that is gone", () => {
    expect([...foldersWith("page.tsx")].sort()).toEqual(Object.keys(pages).sort());
  });

  test("every action is in the table, and nothing that is gone", () => {
    const found = foldersWith("actions.ts").flatMap((folder) => {
      const source = readFileSync(join(appFolder, folder, "actions.ts"), "utf8");
      const names = [...source.matchAll(/^export (?!type )(?:async )?\w+ (\w+)/gm)];
      return names.map(([, name]) => `${name} ${folder}`);
    });
    expect(found.sort()).toEqual(Object.keys(actions).sort());
  });

  test("actions stand in files of their own, where the test above finds them", () => {
    const sources = readdirSync(appFolder, { recursive: true, encoding: "utf8" })
      .filter((path) => /(?<!\.test)\.tsx?$/.test(path) && !/(^|\/)actions\.ts$/.test(path))
      .filter((path) => /["']use server["']/.test(readFileSync(join(appFolder, path), "utf8")));
    expect(sources).toEqual([]);
  });
});

/** Those that end the session they are sent with, or give what it owns to another account: each gets a session of its own. */
const endsSessions = [
  "POST api/auth/sign-up",
  "POST api/auth/sign-in/password",
  "PUT api/auth/sign-in/link",
  "POST api/auth/recover",
  "POST api/auth/sign-out",
  "DELETE api/account",
  "POST api/account/sessions",
];

/** Those that a personal token opens, as its scope allows. */
const forPrograms = [
  ...["GET annotations", "POST annotations"],
  ...["GET", "PUT", "DELETE"].map((method) => `${method} annotations/[name]`),
  ...["GET", "PUT", "DELETE"].map((method) => `${method} api/annotations/[id]`),
  ...["PUT", "DELETE"].map((method) => `${method} api/annotations/[id]/resolution`),
  "POST api/annotations/[id]/restore",
  ...["PUT", "DELETE"].map((method) => `${method} api/replies/[id]`),
  "POST api/replies/[id]/restore",
  ...["GET api/articles/[slug]/annotations", "GET api/articles/[slug]/export/[format]"],
  ...["GET api/notes", "GET api/notes/facets", "GET api/notes/export", "GET api/notes/ids"],
  ...["POST api/notes/import", "POST api/notes/actions"],
  ...["GET api/live", "GET api/tags"],
];

function authorizationOf(kind: Kind): Record<string, string> {
  const bearer = all.bearers[kind];
  return bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
}

function isInClass(kind: Kind): boolean {
  return kind === "program" || kind in inClass(true);
}

describe.each(Object.entries(routes))("%s", (route, cases) => {
  const [method = "", folder = ""] = route.split(" ");
  const isForPrograms = forPrograms.includes(route);
  const rows = cases.flatMap(({ of, request, status, but }) =>
    kinds.map((kind) => ({
      of,
      request,
      kind,
      status: outcomeFor(kind, status, { but, isForPrograms }),
    })),
  );

  test.each(rows)("$of: $kind is answered $status", async ({ request, kind, status }) => {
    const { params = {}, query = "", headers, body } = await request(kind);
    const { [method]: handle } = await import(join(appFolder, folder, "route.ts"));
    const path = folder.replace(/\[(\w+)\]/g, (_, name) => params[name] ?? "");
    const key = { "idempotency-key": randomUUID(), ...authorizationOf(kind) };
    const isSpent = visitors[kind] !== undefined && endsSessions.includes(route);
    const cookie = isSpent ? (await newVisitor()).cookie : visitors[kind]?.cookie;
    const sending = { cookie, headers: { ...key, ...headers } };
    const withBody = method === "GET" ? sending : { ...sending, body };
    const attempt = send(
      method,
      `/${path}${folder === "annotations" ? "/" : ""}${query}`,
      withBody,
    );
    const response: Response = await handle(attempt, { params: Promise.resolve(params) });

    expect(response.status).toBe(status);
    if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
      await response.body?.cancel(); // it has no end; app/api/live/route.test.ts reads it
    } else if (kind !== "maker") {
      const text = await response.text();
      expect(text).not.toContain(secret);
      if (!isInClass(kind)) expect(text).not.toContain(secretOfClass);
    }
  });

  // Of whoever may do it, nothing more is asked than where it comes from.
  const allowed = rows.find(({ kind, status }) => kind !== "nobody" && status < 300);
  const isReading = ["GET", "HEAD", "OPTIONS"].includes(method);
  if (isReading || !allowed) return;
  test("a page of another site cannot send it", async () => {
    const { params = {}, query = "", headers, body } = await allowed.request(allowed.kind);
    const { [method]: handle } = await import(join(appFolder, folder, "route.ts"));
    const path = folder.replace(/\[(\w+)\]/g, (_, name) => params[name] ?? "");
    const { cookie } = visitors[allowed.kind] ?? {};
    const answers: string[] = [];
    for (const origin of ["https://anderswo.example", "null", null]) {
      const own = { "idempotency-key": randomUUID(), ...headers, origin };
      const attempt = send(method, `/${path}${query}`, { cookie, headers: own, body });
      const response: Response = await handle(attempt, { params: Promise.resolve(params) });
      answers.push(`${response.status} ${(await response.json()).reason}`);
    }
    expect(answers).toEqual(Array(3).fill("403 foreign-origin"));
  });
});

/** Sends what somebody who may do it would send, changed. */
async function sendChanged(route: string, row: Case & { readonly kind: Kind }, change: Change) {
  const [method = "", folder = ""] = route.split(" ");
  const { params = {}, query = "", headers, body } = await row.request(row.kind);
  const changed: Record<string, string> = { ...params, ...change.params };
  const { [method]: handle } = await import(join(appFolder, folder, "route.ts"));
  const key = { "idempotency-key": randomUUID(), ...headers, ...change.headers };
  const sending = { cookie: visitors[row.kind]?.cookie, headers: key };
  const withBody = method === "GET" ? sending : { ...sending, body: change.body?.(body) ?? body };
  const path = folder.replace(/\[(\w+)\]/g, (_, name) => encodeURIComponent(changed[name] ?? ""));
  const attempt = send(method, `/${path}${folder === "annotations" ? "/" : ""}${query}`, withBody);
  change.before?.();
  const response: Response = await handle(attempt, { params: Promise.resolve(changed) });
  await response.body?.cancel();
  return response.status;
}

type Change = {
  readonly before?: () => void;
  readonly headers?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: (body: unknown) => unknown;
};

// Two of those who may, where there are two: what somebody sends is counted.
const allCases = Object.entries(routes).flatMap(([route, cases]) => {
  const able = cases.flatMap((row) =>
    kinds
      .filter((kind) => kind !== "nobody" && !kind.startsWith("program"))
      .filter((kind) => outcomeFor(kind, row.status, { but: row.but, isForPrograms: false }) < 300)
      .map((kind) => ({ ...row, kind })),
  );
  const [first, last] = [able[0], able.at(-1)];
  return first && last ? [{ route, first, last }] : [];
});

describe("whoever may do it", () => {
  // Words are German where they are not English, and how far somebody has read is theirs, whatever became of the article.
  const lenient = ["workbench/words/[locale]", "articles/[slug]/progress"];
  const named = allCases
    .filter(({ route }) => route.includes("[") && !route.startsWith("OPTIONS"))
    .filter(({ route }) => !lenient.some((folder) => route.endsWith(folder)));
  const names = ["keiner", randomUUID(), "\0", "'; DROP TABLE", "x".repeat(5000), "__proto__"];

  test.each(named)("$route: a name of nothing is told from a name of something", async (each) => {
    const { route, first: row } = each;
    const places = [...route.matchAll(/\[(\w+)\]/g)].map(([, place = ""]) => place);
    for (const place of places) {
      const told = names.map((name) => sendChanged(route, row, { params: { [place]: name } }));
      for (const status of await Promise.all(told)) {
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }
    }
  });

  // What is done to is in the address, and the rest in headers: no body is read.
  const bodiless = [
    ...["DELETE api/annotations/[id]", "POST api/annotations/[id]/restore"],
    ...["PUT", "DELETE"].map((method) => `${method} api/annotations/[id]/resolution`),
    ...["DELETE api/replies/[id]", "POST api/replies/[id]/restore", "DELETE api/imports/[id]"],
    ...["POST api/auth/sign-in/anonymous", "DELETE annotations/[name]"],
  ];
  // The protocol's model is open: whatever an annotation holds besides is kept and given back.
  const open = ["POST annotations", "PUT annotations/[name]"];
  const writing = allCases
    .filter(({ route }) => !/^(GET|OPTIONS) /.test(route))
    .filter(({ route }) => !bodiless.includes(route) && !open.includes(route));

  test.each(writing)("$route: what a form can send is refused", async ({ route, last: row }) => {
    const types = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"];
    for (const type of types) {
      expect(await sendChanged(route, row, { headers: { "content-type": type } })).toBe(400);
    }
  });

  test.each(writing)("$route: members that it does not know are refused", async (each) => {
    const { route, last: row } = each;
    const more = (body: unknown) => ({ ...Object(body), role: "owner", ownerId: "x" });
    expect([400, 422]).toContain(await sendChanged(route, row, { body: more }));
  });

  test.each(writing)("$route: an object in place of a string is refused", async (each) => {
    const { route, last: row } = each;
    const { body } = await row.request(row.kind);
    const strings = Object.entries(Object(body)).filter(([, value]) => typeof value === "string");
    for (const [name] of strings) {
      const other = (sent: unknown) => ({ ...Object(sent), [name]: { contains: "" } });
      expect([400, 422]).toContain(await sendChanged(route, row, { body: other }));
    }
  });
});

describe("whoever has sent too much", () => {
  const others = [
    // Counted by themselves: accounts, mails and reports.
    ...["sign-in/anonymous", "sign-up", "sign-in/link", "reset"].map(
      (way) => `POST api/auth/${way}`,
    ),
    "POST api/articles/[slug]/reports",
    // Whoever wants to go may go.
    ...["POST api/auth/sign-out", "DELETE api/account"],
  ];
  const writing = allCases
    .filter(({ route }) => !/^(GET|OPTIONS) /.test(route))
    .filter(({ route }) => !others.includes(route));

  test.each(writing)("$route: is told to wait", async ({ route, last: row }) => {
    const clock = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 1);
    const { viewer } = personOf(all, row.kind);
    const spend = () => {
      while (mayChange(viewer, new Headers()).ok);
    };
    expect(await sendChanged(route, row, { before: spend })).toBe(429);
    clock.mockRestore();
  });
});

const ways = [...Object.entries(pages), ...Object.entries(actions)];

describe.each(ways.filter(([, rows]) => rows.length > 0))("%s", (_, cases) => {
  const rows = cases.flatMap(({ to, enter, isOpen, but }) =>
    kinds.map((kind) => ({
      ...{ to, enter, kind },
      isOpen: outcomeFor(kind, isOpen, { but, isForPrograms: false }),
    })),
  );

  test.each(rows)("$to: open to $kind is $isOpen", async ({ enter, kind, isOpen }) => {
    expect(await enter(visitors[kind] ?? null)).toBe(isOpen);
  });
});
