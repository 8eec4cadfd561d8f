import type { Viewer } from "../viewer/viewer";

export type AnnotationAccess = { readonly ownerId: string; readonly isDeleted: boolean };

/** *Only me*: an annotation is seen and changed by whoever made it, and by no role whatsoever. */
export function mayReadAnnotation(viewer: Viewer | null, annotation: AnnotationAccess): boolean {
  return viewer !== null && viewer.id === annotation.ownerId && !annotation.isDeleted;
}
