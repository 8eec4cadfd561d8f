import * as z from "zod/mini";

const days = z._default(z.nullable(z.int().check(z.gte(1), z.lte(365))), 30);
const slug = z.string().check(z.minLength(1), z.maxLength(100));

/** What a link is to show: one annotation, the maker's notes on an article, a group's, on one article or on all, or an article. */
export const newShareLinkSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("annotation"), annotationId: z.uuid(), days }),
  z.strictObject({ kind: z.literal("notes"), articleSlug: slug, days }),
  z.strictObject({
    kind: z.literal("group"),
    groupId: z.uuid(),
    articleSlug: z._default(z.nullable(slug), null),
    days,
  }),
  z.strictObject({ kind: z.literal("article"), articleSlug: slug, days }),
]);

export type NewShareLink = z.infer<typeof newShareLinkSchema>;

export const openArticleSchema = z.strictObject({
  token: z.string().check(z.minLength(1), z.maxLength(100)),
});
