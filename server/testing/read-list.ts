import { z } from "zod";
import { storedAnnotationSchema } from "@/core/annotation/annotation";
import { storedReplySchema } from "@/core/annotation/reply";
import { listAnnotations } from "../annotations/list-annotations";

const pageSchema = z.strictObject({
  annotations: z.array(storedAnnotationSchema),
  replies: z.array(storedReplySchema),
  seen: z.string().regex(/^\d+$/),
  next: z.string().nullable(),
});

/** A page of an article's annotations as a browser reads it: nothing but what it knows, to the last letter. */
export async function readList(...asked: Parameters<typeof listAnnotations>) {
  const page = await listAnnotations(...asked);
  return page && pageSchema.parse(JSON.parse(page.json.toString()));
}
