import { randomUUID } from "node:crypto";
import {
  type Annotation,
  type StoredAnnotation,
  storedAnnotationSchema,
} from "@/core/annotation/annotation";
import type { Viewer } from "@/core/viewer/viewer";
import { putAnnotation } from "../annotations/put-annotation";

/** Stores an annotation as its maker's browser would. */
export async function seedAnnotation(
  viewer: Viewer,
  annotation: Annotation,
): Promise<StoredAnnotation> {
  const key = randomUUID();
  const change = { key, fingerprint: key, state: { kind: "absent" as const }, body: annotation };
  const result = await putAnnotation(viewer, annotation.id, change);
  if (!result.ok)
    throw new Error(`No annotation: ${result.reason} ${JSON.stringify(result.extra)}`);
  return storedAnnotationSchema.parse(result.body);
}
