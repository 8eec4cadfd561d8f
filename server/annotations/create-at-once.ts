import "server-only";
import type { Annotation } from "@/core/annotation/annotation";
import { mentionedPeople } from "@/core/annotation/mentioned-people";
import { noteText } from "@/core/annotation/note-text";
import type { Access } from "@/core/audience/access";
import { mayShareWith } from "@/core/audience/annotation-policy";
import type { Viewer } from "@/core/viewer/viewer";
import { loadVersion } from "../articles/load-version";
import { db } from "../db";
import { env } from "../env";
import type { Change } from "../http/read-change";
import { isUnavailable } from "../is-unavailable";
import { announceChanges } from "../live/announce-changes";
import { indexInPlace } from "../notes/write-index";
import { isWhatStands } from "./anchor-fits";
import { type Applied, tidyUp } from "./apply-once";
import { findMarked, type Marked } from "./find-marked";
import { insertAnnotation } from "./insert-annotation";
import { toStoredAnnotation } from "./stored-annotation";

/**
 * What a reader waits for after each highlight: a new annotation in the library without tags, corrected twin or people named
 * is written by one query, after one that looks up all it takes; a class that marks at once shares both. `null`, and nothing
 * written, where it is anything else, was sent before or is refused: `createAnnotation` does or says what is right then.
 */
export async function createAtOnce(
  viewer: Viewer,
  { body: annotation, key, fingerprint }: Change<Annotation>,
): Promise<Applied | null> {
  if (!isPlain(viewer, annotation)) return null;
  await tidyUp();
  const { articleSlug: slug, groupId, anchor } = annotation;
  const asked = { slug, groupId, version: anchor.version, userId: viewer.id };
  const marked = await findMarked(asked);
  if (!marked?.article.currentVersionId) return null;
  const access = { viewer, memberships: marked.memberships, grants: [] };
  if (!mayShareWith(access, annotation)) return null;
  if (!isWhatStands(await loadVersion(marked.versionId, db()), anchor)) return null;
  const versionId = marked.article.currentVersionId;
  const current = { versionId, article: await loadVersion(versionId, db()) };
  const index = indexInPlace(current, { ...annotation, words: noteText(annotation.note) });
  if (!index) return null;

  const response = toResponse(annotation, marked, access);
  const { article, now } = marked;
  const made = { ...annotation, ownerId: viewer.id, articleId: article.id, createdAt: now };
  try {
    const applied = await insertAnnotation({ made, index, key, fingerprint, response });
    if (applied) announceChanges();
    return applied;
  } catch (error) {
    if (isUnavailable(error)) throw error;
    return null; // one of those that were written together could not be: each tries on its own
  }
}

function isPlain({ role }: Viewer, { tags, twin, note, audience }: Annotation): boolean {
  if (tags.length > 0 || twin !== null || mentionedPeople(note).length > 0) return false;
  return !(env().holdsFirstNotes && audience === "public" && role === "reader");
}

function toResponse(annotation: Annotation, marked: Marked, access: Access) {
  const { article, author: owner, groupName, now } = marked;
  const { articleSlug: _, tags: __, ...columns } = annotation;
  const times = { createdAt: now, updatedAt: now, resolvedAt: null, deletedAt: null };
  const group = groupName === null ? null : { name: groupName };
  const id = annotation.id.toLowerCase(); // as the database gives it
  const row = { ...columns, id, ...times, article, owner, group, tags: [] };
  return toStoredAnnotation({ ...row, moderation: "shown", revision: 1 }, access);
}
