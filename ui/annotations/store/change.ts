import * as z from "zod/mini";
import { type Annotation, annotationSchema } from "@/core/annotation/annotation";
import { type Reply, replySchema } from "@/core/annotation/reply";

const refusals = [
  "invalid",
  "too-large",
  "article-gone",
  "deleted-elsewhere",
  "thread-gone",
  "foreign-origin",
  "not-kept",
  "unknown",
] as const;

/** Why the server will not take a change, however often it is sent; a key of `messages` under `Annotations.refusal`. */
export type Refusal = (typeof refusals)[number];

const head = {
  key: z.uuid(),
  kind: z.enum(["create", "replace", "delete", "restore"]),
  base: z.nullable(z.int().check(z.gte(1))),
  /** Orders the changes of all tabs; roughly milliseconds. */
  order: z.number(),
  /** ISO 8601 in UTC. */
  madeAt: z.iso.datetime(),
  /** How often it was sent; while 0, no server can know its key. */
  attempts: z.int().check(z.gte(0)),
  refusal: z.nullable(z.enum(refusals)),
};

// What the reader sees once the change is applied (for `delete`: what is to be deleted).
const annotationSubject = { annotation: annotationSchema };
const replySubject = { reply: replySchema, articleSlug: z.string() };
/** That a thread is resolved: a thing that is made, and deleted to open the thread again. */
const resolutionSubject = { resolution: z.uuid(), articleSlug: z.string() };

/**
 * One change on its way to the server. `key` names it (Idempotency-Key), `base` is the revision the reader saw: `null`
 * means the one that the change before it will get.
 */
export const changeSchema = z.union([
  z.strictObject({ ...head, ...annotationSubject }),
  z.strictObject({ ...head, ...replySubject }),
  z.strictObject({ ...head, ...resolutionSubject }),
]);
export type Change = z.infer<typeof changeSchema>;

/** What a change is of. */
export type Subject =
  | { readonly annotation: Annotation }
  | { readonly reply: Reply; readonly articleSlug: string }
  | { readonly resolution: string; readonly articleSlug: string };

/** What names a new change. */
export type Stamp = Pick<Change, "key" | "order" | "madeAt">;

/** The changes with the same one follow each other, each on the revision that the one before it left. */
export function queueIdOf(subject: Subject): string {
  if ("annotation" in subject) return subject.annotation.id;
  return "reply" in subject ? subject.reply.id : `${subject.resolution} resolution`;
}

/** The annotation that it is, or in whose thread it stands. */
export function annotationIdOf(subject: Subject): string {
  if ("annotation" in subject) return subject.annotation.id;
  return "reply" in subject ? subject.reply.annotationId : subject.resolution;
}

export function articleSlugOf(subject: Subject): string {
  return "annotation" in subject ? subject.annotation.articleSlug : subject.articleSlug;
}

/** The subject alone, without what else a change or a wish holds. */
export function subjectOf(subject: Subject): Subject {
  if ("annotation" in subject) return { annotation: subject.annotation };
  const { articleSlug } = subject;
  if ("reply" in subject) return { reply: subject.reply, articleSlug };
  return { resolution: subject.resolution, articleSlug };
}
