import { z } from "zod";
import type { ContentMark, ContentNode } from "./content";
import { contentNodeTypes } from "./content";
import { markOrder } from "./mark-order";

const attribute = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]);
const attrs = z.record(z.string().max(50), attribute);

const markSchema: z.ZodType<ContentMark> = z.strictObject({
  type: z.enum(markOrder),
  attrs: attrs.optional(),
});

const nodeSchema: z.ZodType<ContentNode> = z.lazy(() =>
  z.strictObject({
    type: z.enum(contentNodeTypes),
    attrs: attrs.optional(),
    content: z.array(nodeSchema).max(10_000).optional(),
    text: z.string().min(1).max(1_000_000).optional(),
    marks: z.array(markSchema).max(20).optional(),
  }),
);

const maxDepth = 40;

/** A node of an article from outside; how nodes may stand in each other is for the schema in `document` to say. */
export const contentNodeSchema: z.ZodType<ContentNode> = z
  .unknown()
  .refine((value) => isShallow(value), "too-deep") // before the recursive parse, so that no depth can exhaust the stack
  .pipe(nodeSchema);

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
