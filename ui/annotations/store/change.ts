import { z } from "zod";
import { annotationSchema } from "@/core/annotation/annotation";

const refusals = [
  "invalid",
  "too-large",
  "article-gone",
  "deleted-elsewhere",
  "foreign-origin",
  "not-kept",
  "unknown",
] as const;

/** Why the server will not take a change, however often it is sent; a key of `messages` under `Annotations.refusal`. */
export type Refusal = (typeof refusals)[number];

/**
 * One change on its way to the server. `key` names it (Idempotency-Key), `base` is the revision the reader saw: `null`
 * means the one that the change before it will get.
 */
export const changeSchema = z.strictObject({
  key: z.uuid(),
  kind: z.enum(["create", "replace", "delete", "restore"]),
  /** What the reader sees once the change is applied (for `delete`: what is to be deleted). */
  annotation: annotationSchema,
  base: z.int().min(1).nullable(),
  /** Orders the changes of all tabs; roughly milliseconds. */
  order: z.number(),
  /** ISO 8601 in UTC. */
  madeAt: z.iso.datetime(),
  /** How often it was sent; while 0, no server can know its key. */
  attempts: z.int().min(0),
  refusal: z.enum(refusals).nullable(),
});

export type Change = z.infer<typeof changeSchema>;
