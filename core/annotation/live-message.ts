import * as z from "zod/mini";

/**
 * What the stream of changes tells a reader: never the words, only which annotation to ask for. `new`: one that the
 * reader has not seen; `changed`: its words, place, colour, audience or thread; `gone`: not there for them any more.
 */
export const liveMessageSchema = z.strictObject({
  kind: z.enum(["new", "changed", "gone"]),
  articleSlug: z.string(),
  annotationId: z.uuid(),
  revision: z.int().check(z.gte(1)),
  /** Whether the thread has changed, and not the annotation itself. */
  isReply: z.boolean(),
  isOwn: z.boolean(),
});

export type LiveMessage = z.infer<typeof liveMessageSchema>;
