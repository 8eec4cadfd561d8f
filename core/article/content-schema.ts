import * as z from "zod/mini";
import type { ContentMark, ContentNode } from "./content";
import { contentNodeTypes } from "./content";
import { markOrder } from "./mark-order";

const attribute = z.union([
  z.string().check(z.maxLength(10_000)),
  z.number(),
  z.boolean(),
  z.null(),
]);
const attrs = z.record(z.string().check(z.maxLength(50)), attribute);

const markSchema: z.ZodMiniType<ContentMark> = z.strictObject({
  type: z.enum(markOrder),
  attrs: z.optional(attrs),
});

const nodeSchema: z.ZodMiniType<ContentNode> = z.lazy(() =>
  z.strictObject({
    type: z.enum(contentNodeTypes),
    attrs: z.optional(attrs),
    content: z.optional(z.array(nodeSchema).check(z.maxLength(10_000))),
    text: z.optional(z.string().check(z.minLength(1), z.maxLength(1_000_000))),
    marks: z.optional(z.array(markSchema).check(z.maxLength(20))),
  }),
);

const maxDepth = 40;

/** A node of an article from outside; how nodes may stand in each other is for the schema in `document` to say. */
export const contentNodeSchema: z.ZodMiniType<ContentNode> = z.pipe(
  z.unknown().check(z.refine((value) => isShallow(value), "too-deep")),
  nodeSchema,
);

function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return false;
    level = level.flatMap((node) => {
      if (typeof node !== "object" || node === null || !("content" in node)) return [];
      return Array.isArray(node.content) ? node.content : [];
    });
  }
  return true;
}
