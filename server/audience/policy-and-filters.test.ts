import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import type { Grant } from "@/core/audience/access";
import { mayAnswerAnnotation, maySeeAnnotation } from "@/core/audience/annotation-policy";
import { mayReadArticle } from "@/core/audience/article-policy";
import { mayModerateAnnotation } from "@/core/audience/moderation-policy";
import { listAnnotations } from "../annotations/list-annotations";
import { readableBy } from "../articles/readable-by";
import { db } from "../db";
import { moderatedBy } from "../moderation/moderated-by";
import { makeWorld, type World, worldPlan } from "../testing/random-world";
import { loadAccess, loadAccesses } from "./load-access";
import { visibleAnnotations, visibleOnReadArticle } from "./visible-annotations";

test("in random worlds the filters find exactly what the policy allows, for everybody and nobody, with and without links", async () => {
  const seen = { annotations: 0, hidden: 0 };
  await fc.assert(
    fc.asyncProperty(worldPlan, async (plan) => {
      const world = await makeWorld(plan);
      for (const access of world.accesses) {
        expect(await annotationsFound(world, access)).toEqual(annotationsAllowed(world, access));
        const { presented } = access;
        const grants = access.grants.filter((grant) => !presented.includes(grant));
        const withoutLinks = { ...access, grants, presented: [] };
        expect(await foundByArticle(world, withoutLinks)).toEqual(
          allowedOnRead(world, withoutLinks),
        );
        expect(await articlesFound(world, access)).toEqual(articlesAllowed(world, access));
        seen.annotations += annotationsAllowed(world, access).length;
        seen.hidden += world.annotations.length - annotationsAllowed(world, access).length;
      }
    }),
    { numRuns: 40 },
  );
  // Neither answer is so rare that nothing was compared.
  expect(Math.min(seen.annotations, seen.hidden)).toBeGreaterThan(200);
});

test("memberships and articles that were opened by a link are loaded as they are now, of one and of many", async () => {
  await fc.assert(
    fc.asyncProperty(worldPlan, async (plan) => {
      const { accesses } = await makeWorld(plan);
      for (const access of accesses) {
        const { viewer, presented } = access;
        const loaded = await loadAccess(viewer, db(), presented);
        expect(byGroup(loaded.memberships)).toEqual(byGroup(access.memberships));
        expect(keysOf(loaded.grants)).toEqual(keysOf(access.grants));
        if (!viewer) continue;
        const among = (await loadAccesses([viewer])).get(viewer.id);
        expect(byGroup(among?.memberships ?? [])).toEqual(byGroup(access.memberships));
        expect(keysOf([...(among?.grants ?? []), ...presented])).toEqual(keysOf(access.grants));
      }
    }),
    { numRuns: 5 },
  );
});

test("in random worlds moderators are given what is in their hands, and nothing else", async () => {
  const seen = { given: 0, kept: 0 };
  await fc.assert(
    fc.asyncProperty(worldPlan, fc.array(fc.nat(13), { maxLength: 3 }), async (plan, reported) => {
      const world = await makeWorld(plan);
      const ids = reported.map((at) => world.annotations[at % world.annotations.length]?.id ?? "");
      await db().noteReport.createMany({
        data: ids.map((annotationId) => ({ annotationId, kind: "other" as const })),
      });
      for (const access of world.accesses) {
        const here = { id: { in: world.annotations.map(({ id }) => id) } };
        const where = { AND: [here, moderatedBy(access)] };
        const found = await db().annotation.findMany({ where, select: { id: true } });
        const allowed = world.annotations.filter(
          (annotation) =>
            !annotation.isDeleted &&
            mayModerateAnnotation(access, {
              ...annotation,
              isReportedToInstallation: ids.includes(annotation.id),
            }),
        );
        expect(found.map(({ id }) => id).sort()).toEqual(allowed.map(({ id }) => id).sort());
        seen.given += found.length;
        seen.kept += world.annotations.length - found.length;
      }
    }),
    { numRuns: 25 },
  );
  expect(Math.min(seen.given, seen.kept)).toBeGreaterThan(50);
});

test("in random worlds everybody who asks for the lists at the same moment is given what the policy allows them, and told rightly what they may do", async () => {
  const seen = { annotations: 0, hidden: 0, own: 0 };
  await fc.assert(
    fc.asyncProperty(worldPlan, async (plan) => {
      const world = await makeWorld(plan);
      const readers = world.accesses.filter(({ presented }) => presented.length === 0);
      const asked = readers.flatMap((access) =>
        world.articles.map((article) => ({ access, article })),
      );
      const listed = await Promise.all(
        asked.map(({ access, article }) => listAnnotations(access.viewer, article.id)),
      );
      asked.forEach(({ access, article }, index) => {
        const page = listed[index];
        const allowed = world.annotations.filter(
          (annotation) =>
            annotation.article.id === article.id && maySeeAnnotation(access, annotation),
        );
        expect(page !== null).toBe(mayReadArticle(access, article));
        const rows = page ? listSchema.parse(JSON.parse(page.json.toString())).annotations : [];
        // A link to the article opens it, and with it what is public there; else nothing that the article does not.
        expect(rows).toEqual(
          (page ? allowed : [])
            .map((annotation) => ({
              id: annotation.id,
              isOwn: annotation.ownerId === access.viewer?.id,
              mayAnswer: mayAnswerAnnotation(access, annotation),
            }))
            .sort((a, b) => a.id.localeCompare(b.id)),
        );
        seen.annotations += rows.length;
        seen.hidden += world.annotations.length - rows.length;
        seen.own += rows.filter(({ isOwn }) => isOwn).length;
      });
    }),
    { numRuns: 25 },
  );
  expect(Math.min(seen.annotations, seen.hidden, seen.own)).toBeGreaterThan(50);
});

const listSchema = z.object({
  annotations: z
    .array(z.object({ id: z.string(), isOwn: z.boolean(), mayAnswer: z.boolean() }))
    .transform((rows) => rows.sort((a, b) => a.id.localeCompare(b.id))),
});

function keysOf(grants: readonly Grant[]): readonly string[] {
  return grants.map((grant) => JSON.stringify(grant)).sort();
}

type Access = World["accesses"][number];

async function annotationsFound(world: World, { viewer, presented }: Access) {
  const here = { id: { in: world.annotations.map(({ id }) => id) } };
  const where = { AND: [here, visibleAnnotations(viewer, presented)] };
  return ids(await db().annotation.findMany({ where, select: { id: true } }));
}

/** As a list of one article asks, article by article, of those that may be read. */
async function foundByArticle(world: World, access: Access) {
  const known = world.annotations.map(({ id }) => id);
  return ids(
    await db().$queryRaw<{ id: string }[]>`
      SELECT id::text FROM annotation
      WHERE "articleId" = ANY(${articlesAllowed(world, access)}::uuid[]) AND id = ANY(${known}::uuid[])
        AND "deletedAt" IS NULL AND ${visibleOnReadArticle(access)}`,
  );
}

function allowedOnRead(world: World, access: Access) {
  const read = articlesAllowed(world, access);
  return ids(
    world.annotations.filter(
      (annotation) => maySeeAnnotation(access, annotation) && read.includes(annotation.article.id),
    ),
  );
}

function annotationsAllowed(world: World, access: Access) {
  return ids(world.annotations.filter((annotation) => maySeeAnnotation(access, annotation)));
}

async function articlesFound(world: World, { viewer, presented }: Access) {
  const here = { id: { in: world.articles.map(({ id }) => id) } };
  const where = { AND: [here, readableBy(viewer, presented)] };
  return ids(await db().article.findMany({ where, select: { id: true } }));
}

function articlesAllowed(world: World, access: Access) {
  return ids(world.articles.filter((article) => mayReadArticle(access, article)));
}

function ids(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id).sort();
}

function byGroup(memberships: Access["memberships"]) {
  return [...memberships].sort((a, b) => a.groupId.localeCompare(b.groupId));
}
