import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { type Access, type Grant, groupRoles, type Membership } from "@/core/audience/access";
import {
  type AnnotationAccess,
  annotationAudiences,
  moderations,
} from "@/core/audience/annotation-policy";
import { type ArticleAccess, articleAudiences } from "@/core/audience/article-policy";
import { roles, type Viewer } from "@/core/viewer/viewer";
import { db } from "../db";

/** People, groups, articles, annotations and links, as they could be; numbers name them by their place. */
export type World = {
  readonly people: readonly Viewer[];
  readonly articles: readonly ArticleAccess[];
  readonly annotations: readonly AnnotationAccess[];
  /** Everybody with the memberships they have and some links, and nobody with those. */
  readonly accesses: readonly WorldAccess[];
};

/** `presented`: of the grants those that a request brings with it; the others are known to the database. */
type WorldAccess = Access & { readonly presented: readonly Grant[] };

const person = fc.nat(3);
const group = fc.nat(2);
const anArticle = fc.nat(4);

const plan = fc.record({
  roles: fc.array(fc.constantFrom(...roles), { minLength: 4, maxLength: 4 }),
  archived: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  memberships: fc.uniqueArray(fc.record({ person, group, role: fc.constantFrom(...groupRoles) }), {
    selector: (membership) => membership.person * 10 + membership.group,
    maxLength: 8,
  }),
  articles: fc.array(
    fc.record({
      audience: fc.constantFrom(...articleAudiences),
      group: fc.option(group),
      importer: fc.option(person),
    }),
    { minLength: 5, maxLength: 5 },
  ),
  annotations: fc.array(
    fc.record({
      owner: person,
      article: anArticle,
      audience: fc.constantFrom(...annotationAudiences),
      group: fc.option(group),
      isDeleted: fc.nat(5).map((number) => number === 0),
      moderation: fc.oneof(
        { weight: 3, arbitrary: fc.constant("shown" as const) },
        fc.constantFrom(...moderations),
      ),
    }),
    { minLength: 6, maxLength: 14 },
  ),
  links: fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant("annotation" as const), annotation: fc.nat(13) }),
      fc.record({ kind: fc.constant("notes" as const), owner: person, article: anArticle }),
      fc.record({ kind: fc.constant("group" as const), group, article: fc.option(anArticle) }),
      fc.record({ kind: fc.constant("article" as const), article: anArticle }),
    ),
    { maxLength: 3 },
  ),
  opened: fc.uniqueArray(fc.record({ person, article: anArticle, isOver: fc.boolean() }), {
    selector: ({ person, article }) => person * 10 + article,
    maxLength: 8,
  }),
});

type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never;

export const worldPlan: fc.Arbitrary<Plan> = plan;

/** Writes a world into the database as rows, and gives it as the policy sees it. */
export async function makeWorld(plan: Plan): Promise<World> {
  const people = plan.roles.map((role) => ({ id: randomUUID(), isAnonymous: false, role }));
  const groupIds = plan.archived.map(() => randomUUID());
  const personAt = pick(people.map(({ id }) => id));
  const groupAt = pick(groupIds);
  const articles = plan.articles.map(({ audience, group, importer }) => ({
    id: randomUUID(),
    audience,
    groupId: group === null ? null : groupAt(group),
    importedById: importer === null ? null : personAt(importer),
  }));
  const articleAt = pick(articles);
  const annotations = plan.annotations.map(({ owner, article, group, ...rest }) => ({
    id: randomUUID(),
    ownerId: personAt(owner),
    ...rest,
    groupId: group === null ? null : groupAt(group),
    article: articleAt(article),
  }));
  const annotationAt = pick(annotations.map(({ id }) => id));

  await db().user.createMany({
    data: people.map(({ id, role }) => ({ id, role, name: "", email: `${id}@example.org` })),
  });
  await db().group.createMany({
    data: groupIds.map((id, index) => ({
      id,
      name: "",
      archivedAt: plan.archived[index] ? new Date() : null,
    })),
  });
  await db().membership.createMany({
    data: plan.memberships.map(({ person, group, role }) => ({
      userId: personAt(person),
      groupId: groupAt(group),
      role,
    })),
  });
  await db().article.createMany({ data: articles.map((row) => ({ ...row, slug: row.id })) });
  await db().annotation.createMany({
    data: annotations.map(({ article, isDeleted, ...row }) => ({
      ...row,
      articleId: article.id,
      side: "de" as const,
      colour: "yellow" as const,
      anchor: {},
      deletedAt: isDeleted ? new Date() : null,
    })),
  });

  const grants = plan.links.map(toGrant);
  for (const { person, article, isOver } of plan.opened) {
    await db().shareLink.create({
      data: {
        ...{ kind: "article", tokenHash: randomUUID(), createdById: personAt(0) },
        articleId: articleAt(article).id,
        ...(isOver && { expiresAt: new Date(0) }),
        guests: { create: { userId: personAt(person) } },
      },
    });
  }
  const openedBy = (index: number): readonly Grant[] =>
    plan.opened
      .filter(({ person, isOver }) => person === index && !isOver)
      .map(({ article }) => ({ kind: "article", articleId: articleAt(article).id }));
  const membershipsOf = (index: number): readonly Membership[] =>
    plan.memberships
      .filter(({ person }) => person === index)
      .map(({ group, role }) => ({
        groupId: groupAt(group),
        role,
        isArchived: plan.archived[group] ?? false,
      }));
  const accesses = [
    { viewer: null, memberships: [], grants: [], presented: [] },
    { viewer: null, memberships: [], grants, presented: grants },
    ...people.flatMap((viewer, index) => {
      const memberships = membershipsOf(index);
      const opened = openedBy(index);
      return [
        { viewer, memberships, grants: opened, presented: [] },
        { viewer, memberships, grants: [...grants, ...opened], presented: grants },
      ];
    }),
  ];
  return { people, articles, annotations, accesses };

  function toGrant(link: Plan["links"][number]): Grant {
    switch (link.kind) {
      case "annotation":
        return { kind: "annotation", annotationId: annotationAt(link.annotation) };
      case "notes": {
        const articleId = articleAt(link.article).id;
        return { kind: "notes", ownerId: personAt(link.owner), articleId };
      }
      case "group": {
        const articleId = link.article === null ? null : articleAt(link.article).id;
        return { kind: "group", groupId: groupAt(link.group), articleId };
      }
      case "article":
        return { kind: "article", articleId: articleAt(link.article).id };
    }
  }
}

function pick<Item>(items: readonly Item[]): (index: number) => Item {
  return (index) => {
    const item = items[index % items.length];
    if (item === undefined) throw new Error("There is nothing to pick from");
    return item;
  };
}
