import * as z from "zod/mini";
import { colours } from "../annotation/annotation";
import { tagSchema } from "../annotation/tag";
import { annotationAudiences } from "../audience/annotation-policy";

export const mostActedOn = 10_000;

const idsSchema = z.array(z.uuid()).check(z.minLength(1), z.maxLength(mostActedOn));

/** Something done to many of one's notes at once. What is done is undone by other actions of this kind. */
const noteActionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("colour"), ids: idsSchema, colour: z.enum(colours) }),
  z.strictObject({ kind: z.literal("tag"), ids: idsSchema, tag: tagSchema }),
  z.strictObject({ kind: z.literal("untag"), ids: idsSchema, tag: tagSchema }),
  z.strictObject({ kind: z.literal("delete"), ids: idsSchema }),
  z.strictObject({ kind: z.literal("restore"), ids: idsSchema }),
  z.strictObject({ kind: z.literal("resolve"), ids: idsSchema }),
  z.strictObject({ kind: z.literal("reopen"), ids: idsSchema }),
  z.strictObject({
    kind: z.literal("audience"),
    ids: idsSchema,
    audience: z.enum(annotationAudiences),
    groupId: z.nullable(z.uuid()),
  }),
  /** On all of one's notes; a tag that is there under the new name takes the other's notes. */
  z.strictObject({ kind: z.literal("rename-tag"), tag: tagSchema, to: tagSchema }),
  z.strictObject({ kind: z.literal("delete-tag"), tag: tagSchema }),
]);
export type NoteAction = z.infer<typeof noteActionSchema>;

/** Actions in their order, applied all together or not at all. */
export const noteActionsSchema = z.strictObject({
  actions: z.array(noteActionSchema).check(z.minLength(1), z.maxLength(50)),
});

export const actedSchema = z.strictObject({
  /** How many notes were changed. */
  count: z.int(),
  /** What takes it back, in this order. */
  undo: z.array(noteActionSchema),
});
export type Acted = z.infer<typeof actedSchema>;
