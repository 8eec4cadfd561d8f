import * as z from "zod/mini";
import { withholdings } from "../audience/annotation-policy";
import { noteDocumentSchema } from "./note-document";

/** An answer in the thread of an annotation. */
export const replySchema = z.strictObject({
  /** Made in the browser. */
  id: z.uuid(),
  annotationId: z.uuid(),
  note: noteDocumentSchema,
});
export type Reply = z.infer<typeof replySchema>;

/** A reply as the server holds it: `revision` counts from 1 and is its ETag, times are ISO 8601 in UTC. */
export const storedReplySchema = z.strictObject({
  id: z.uuid(),
  annotationId: z.uuid(),
  /** `null` for a deleted reply: it keeps its place in the thread, without its text. */
  note: z.nullable(noteDocumentSchema),
  /** `null`: somebody whose account is gone. The name is `null` for somebody who has not given one. */
  author: z.nullable(z.strictObject({ id: z.string(), name: z.nullable(z.string()) })),
  /** Whether whoever asked wrote it. */
  isOwn: z.boolean(),
  /** Told to its author alone, where it is to everybody else as if it were deleted because of moderation. */
  moderation: z.optional(z.enum(withholdings)),
  revision: z.int().check(z.gte(1)),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type StoredReply = z.infer<typeof storedReplySchema>;

type ThreadPart = Pick<StoredReply, "annotationId" | "note">;

/** A deleted reply is told of only where something living comes after it. Takes threads oldest first. */
export function withoutLooseEnds<Part extends ThreadPart>(replies: readonly Part[]): Part[] {
  const goesOn = new Set<string>();
  const kept = replies.toReversed().filter(({ annotationId, note }) => {
    if (note !== null) goesOn.add(annotationId);
    return goesOn.has(annotationId);
  });
  return kept.reverse();
}
