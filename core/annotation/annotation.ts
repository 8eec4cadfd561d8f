import * as z from "zod/mini";
import { languages } from "../article/language";
import { annotationAudiences, withholdings } from "../audience/annotation-policy";
import { noteDocumentSchema } from "./note-document";
import { tagsSchema } from "./tag";

const idSchema = z.string().check(z.regex(/^[a-z]{1,2}[0-9]{1,7}$/));

/** A place in a block: the offset counts UTF-16 code units of the block's text. */
const pointSchema = z.strictObject({
  block: idSchema,
  offset: z.int().check(z.gte(0), z.lte(1_000_000)),
});
export type Point = z.infer<typeof pointSchema>;

/** Where an annotation stands on one side, with enough of the text to find it again after the text has changed. */
export const anchorSchema = z.strictObject({
  /** The number of the article's version in which the passage was marked. */
  version: z.int().check(z.gte(1), z.lte(1_000_000)),
  side: z.enum(languages),
  start: pointSchema,
  /** Exclusive. */
  end: pointSchema,
  /** The sentences that the passage touches, in reading order. */
  sentences: z.array(idSchema).check(z.minLength(1), z.maxLength(500)),
  /** The passage itself; blocks are joined by "\n". */
  exact: z.string().check(z.minLength(1), z.maxLength(20_000)),
  /** Up to 32 code units before and after the passage, within its first and last block. */
  prefix: z.string().check(z.maxLength(32)),
  suffix: z.string().check(z.maxLength(32)),
});
export type Anchor = z.infer<typeof anchorSchema>;

export const colours = ["yellow", "green", "blue", "pink"] as const;
export type Colour = (typeof colours)[number];

export const annotationSchema = z.strictObject({
  /** Made in the browser. */
  id: z.uuid(),
  articleSlug: z.string().check(z.minLength(1), z.maxLength(100)),
  anchor: anchorSchema,
  /** The counterpart passage where its maker corrected the computed one; `null` where it is computed. */
  twin: z._default(z.nullable(anchorSchema), null),
  colour: z.enum(colours),
  /** `null` for a highlight without a note. */
  note: z.nullable(noteDocumentSchema),
  tags: z._default(tagsSchema, []),
  /** Who sees it besides its maker; only they until they say otherwise. */
  audience: z._default(z.enum(annotationAudiences), "me"),
  /** The group that the audience names; `null` for any other audience. */
  groupId: z._default(z.nullable(z.uuid()), null),
});
export type Annotation = z.infer<typeof annotationSchema>;

/** An annotation as the server holds it: `revision` counts from 1 and is its ETag, times are ISO 8601 in UTC. */
export const storedAnnotationSchema = z.extend(annotationSchema, {
  revision: z.int().check(z.gte(1)),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** When its thread was resolved; `null` while it is open. */
  resolvedAt: z._default(z.nullable(z.iso.datetime()), null),
  /** Deleted, and still there without note and tags, because others have answered. */
  isDeleted: z._default(z.boolean(), false),
  /** Told to its maker alone, where nobody else sees it because of moderation. */
  moderation: z.optional(z.enum(withholdings)),
  /** Whoever made it; the name is `null` for somebody who has not given one. */
  author: z.strictObject({ id: z.string(), name: z.nullable(z.string()) }),
  /** Of the group that it is for. */
  groupName: z.nullable(z.string()),
  /** Whether whoever asked made it, and whether they may answer it. */
  isOwn: z.boolean(),
  mayAnswer: z.boolean(),
});
export type StoredAnnotation = z.infer<typeof storedAnnotationSchema>;

/** What its maker wrote, without what the server knows of it. */
export function annotationOf(stored: StoredAnnotation): Annotation {
  const { id, articleSlug, anchor, twin, colour, note, tags, audience, groupId } = stored;
  return { id, articleSlug, anchor, twin, colour, note, tags, audience, groupId };
}
