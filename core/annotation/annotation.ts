import { z } from "zod";
import { languages } from "../article/language";
import { annotationAudiences, moderations } from "../audience/annotation-policy";
import { noteDocumentSchema } from "./note-document";
import { tagsSchema } from "./tag";

const idSchema = z.string().regex(/^[a-z]{1,2}[0-9]{1,7}$/);

/** A place in a block: the offset counts UTF-16 code units of the block's text. */
const pointSchema = z.strictObject({
  block: idSchema,
  offset: z.int().min(0).max(1_000_000),
});
export type Point = z.infer<typeof pointSchema>;

/** Where an annotation stands on one side, with enough of the text to find it again after the text has changed. */
export const anchorSchema = z.strictObject({
  /** The number of the article's version in which the passage was marked. */
  version: z.int().min(1).max(1_000_000),
  side: z.enum(languages),
  start: pointSchema,
  /** Exclusive. */
  end: pointSchema,
  /** The sentences that the passage touches, in reading order. */
  sentences: z.array(idSchema).min(1).max(500),
  /** The passage itself; blocks are joined by "\n". */
  exact: z.string().min(1).max(20_000),
  /** Up to 32 code units before and after the passage, within its first and last block. */
  prefix: z.string().max(32),
  suffix: z.string().max(32),
});
export type Anchor = z.infer<typeof anchorSchema>;

export const colours = ["yellow", "green", "blue", "pink"] as const;
export type Colour = (typeof colours)[number];

export const annotationSchema = z.strictObject({
  /** Made in the browser. */
  id: z.uuid(),
  articleSlug: z.string().min(1).max(100),
  anchor: anchorSchema,
  /** The counterpart passage where its maker corrected the computed one; `null` where it is computed. */
  twin: anchorSchema.nullable().default(null),
  colour: z.enum(colours),
  /** `null` for a highlight without a note. */
  note: noteDocumentSchema.nullable(),
  tags: tagsSchema.default([]),
  /** Who sees it besides its maker; only they until they say otherwise. */
  audience: z.enum(annotationAudiences).default("me"),
  /** The group that the audience names; `null` for any other audience. */
  groupId: z.uuid().nullable().default(null),
});
export type Annotation = z.infer<typeof annotationSchema>;

/** An annotation as the server holds it: `revision` counts from 1 and is its ETag, times are ISO 8601 in UTC. */
export const storedAnnotationSchema = annotationSchema.extend({
  revision: z.int().min(1),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** When its thread was resolved; `null` while it is open. */
  resolvedAt: z.iso.datetime().nullable().default(null),
  /** Deleted, and still there without note and tags, because others have answered. */
  isDeleted: z.boolean().default(false),
  /** Told to its maker alone, where nobody else sees it because of moderation. */
  moderation: z.enum(moderations).exclude(["shown"]).optional(),
  /** Whoever made it; the name is `null` for somebody who has not given one. */
  author: z.strictObject({ id: z.string(), name: z.string().nullable() }),
  /** Of the group that it is for. */
  groupName: z.string().nullable(),
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
