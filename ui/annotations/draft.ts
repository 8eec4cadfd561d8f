import { type NoteDocument, noteDocumentSchema } from "@/core/annotation/note-document";

const prefix = "zwiesprache.draft.";

/** What was being written on an annotation when the editor was closed, the page reloaded or the browser ended. */
export function readDraft(annotationId: string): NoteDocument | null {
  try {
    const kept = localStorage.getItem(prefix + annotationId);
    return kept === null ? null : (noteDocumentSchema.safeParse(JSON.parse(kept)).data ?? null);
  } catch {
    return null; // storage is forbidden, or another program wrote there
  }
}

/** Of what there are drafts: asked once where there may be ten thousand to ask for. */
export function draftIds(): ReadonlySet<string> {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? "");
    return new Set(
      keys.flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : [])),
    );
  } catch {
    return new Set(); // storage is forbidden
  }
}

/** `false` when the browser has no room for it. */
export function keepDraft(annotationId: string, note: NoteDocument): boolean {
  try {
    localStorage.setItem(prefix + annotationId, JSON.stringify(note));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(annotationId: string): void {
  try {
    localStorage.removeItem(prefix + annotationId);
  } catch {
    // Storage is forbidden: nothing was kept there either.
  }
}
