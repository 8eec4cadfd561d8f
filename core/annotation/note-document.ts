import * as z from "zod/mini";

/** The longest note, in UTF-16 code units of its JSON. */
const maxNoteLength = 100_000;

const maxDepth = 12;

const markSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("bold") }),
  z.strictObject({ type: z.literal("italic") }),
  z.strictObject({ type: z.literal("code") }),
  z.strictObject({
    type: z.literal("link"),
    attrs: z.strictObject({
      href: z.string().check(z.maxLength(2000), z.regex(/^(https?:\/\/|mailto:)/i)),
    }),
  }),
]);

const noteNodeTypes = [
  "paragraph",
  "bulletList",
  "orderedList",
  "listItem",
  "blockquote",
  "hardBreak",
] as const;

/** Somebody's name in a note, as it was when it was written; `id` is their account. */
const mentionSchema = z.strictObject({
  type: z.literal("mention"),
  attrs: z.strictObject({
    id: z.string().check(z.minLength(1), z.maxLength(100)),
    label: z.string().check(z.minLength(1), z.maxLength(200)),
  }),
});

export type NoteNode =
  | { type: "text"; text: string; marks?: z.infer<typeof markSchema>[] }
  | z.infer<typeof mentionSchema>
  | { type: (typeof noteNodeTypes)[number]; attrs?: { start: number }; content?: NoteNode[] };

const noteNodeSchema: z.ZodMiniType<NoteNode> = z.lazy(() =>
  z.union([
    z.strictObject({
      type: z.literal("text"),
      text: z.string().check(z.minLength(1), z.maxLength(maxNoteLength)),
      marks: z.optional(z.array(markSchema).check(z.maxLength(4))),
    }),
    mentionSchema,
    z.strictObject({
      type: z.enum(noteNodeTypes),
      attrs: z.optional(z.strictObject({ start: z.int().check(z.gte(0), z.lte(1_000_000)) })),
      content: z.optional(z.array(noteNodeSchema).check(z.maxLength(2000))),
    }),
  ]),
);

/** A note: a Tiptap document of the schema in `document/note`, bounded in size and depth. */
export const noteDocumentSchema = z.pipe(
  z.unknown().check(
    z.refine((value) => depthOf(value) <= maxDepth, "note-too-deep"),
    z.refine((value) => (JSON.stringify(value) ?? "").length <= maxNoteLength, "note-too-long"),
  ),
  z.strictObject({
    type: z.literal("doc"),
    content: z.array(noteNodeSchema).check(z.maxLength(2000)),
  }),
);

export type NoteDocument = z.infer<typeof noteDocumentSchema>;

/** How deep `content` is nested, without recursion; more than `maxDepth` is not counted further. */
function depthOf(value: unknown): number {
  let level: unknown[] = [value];
  let depth = 0;
  while (level.length > 0 && depth <= maxDepth) {
    depth += 1;
    level = level.flatMap((node) => childrenOf(node));
  }
  return depth;
}

function childrenOf(node: unknown): unknown[] {
  if (typeof node !== "object" || node === null || !("content" in node)) return [];
  return Array.isArray(node.content) ? node.content : [];
}
