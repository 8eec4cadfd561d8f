import { z } from "zod";

const days = z.int().min(1).max(365).nullable().default(30);
const slug = z.string().min(1).max(100);

/** What a link is to show: one annotation, the maker's notes on an article, or a group's, on one article or on all. */
export const newShareLinkSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("annotation"), annotationId: z.uuid(), days }),
  z.strictObject({ kind: z.literal("notes"), articleSlug: slug, days }),
  z.strictObject({
    kind: z.literal("group"),
    groupId: z.uuid(),
    articleSlug: slug.nullable().default(null),
    days,
  }),
]);

export type NewShareLink = z.infer<typeof newShareLinkSchema>;
