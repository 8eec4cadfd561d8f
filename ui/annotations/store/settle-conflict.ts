import type { StoredAnnotation } from "@/core/annotation/annotation";
import type { StoredReply } from "@/core/annotation/reply";
import { maxTags, tagKey } from "@/core/annotation/tag";
import type { Change, Stamp } from "./change";

type Settled = {
  /** What is still to be sent for the thing itself. */
  readonly queue: readonly Change[];
  /** Our version, to be created beside theirs; `null` where nothing would be lost without it. */
  readonly copy: Change | null;
};

/**
 * What becomes of our changes when somebody changed the annotation meanwhile. A colour goes on top of what is there, tags are
 * joined; a note never replaces another: both are kept. A deletion of something that has changed is given up.
 */
export function settleConflict(
  queue: readonly Change[],
  current: StoredAnnotation,
  stamp: () => Stamp,
  makeId: () => string,
): Settled {
  const last = queue.at(-1);
  if (!last || last.kind === "delete" || !("annotation" in last)) return { queue: [], copy: null };

  const ours = last.annotation;
  const fresh = { ...stamp(), attempts: 0, refusal: null };
  if (last.kind === "restore") {
    // Another tab sent the deletion, so its revision was not known here; the same revision means it is back already.
    const isBack = current.revision === last.base;
    return { queue: isBack ? [] : [{ ...last, ...fresh, base: current.revision }], copy: null };
  }
  const isSameNote = isSameJson(ours.note, current.note);
  if (ours.note !== null && current.note !== null && !isSameNote) {
    const annotation = { ...ours, id: makeId() };
    return { queue: [], copy: { ...fresh, kind: "create", annotation, base: null } };
  }
  const isSameAudience = ours.audience === current.audience && ours.groupId === current.groupId;
  const tags = joinTags(current.tags, ours.tags);
  const isSameTags = tags.length === current.tags.length;
  if (isSameNote && isSameAudience && isSameTags && ours.colour === current.colour) {
    return { queue: [], copy: null };
  }
  const annotation = { ...ours, note: ours.note ?? current.note, tags };
  return {
    queue: [{ ...fresh, kind: "replace", annotation, base: current.revision }],
    copy: null,
  };
}

/** The same for a reply: two texts are both kept, ours as a reply of its own. */
export function settleReplyConflict(
  queue: readonly Change[],
  current: StoredReply,
  stamp: () => Stamp,
  makeId: () => string,
): Settled {
  const last = queue.at(-1);
  if (!last || last.kind === "delete" || !("reply" in last)) return { queue: [], copy: null };
  const fresh = { ...last, ...stamp(), attempts: 0, refusal: null };
  if (last.kind === "restore") {
    const isBack = current.revision === last.base;
    return { queue: isBack ? [] : [{ ...fresh, base: current.revision }], copy: null };
  }
  if (isSameJson(last.reply.note, current.note)) return { queue: [], copy: null };
  const reply = { ...last.reply, id: makeId() };
  return { queue: [], copy: { ...fresh, kind: "create", reply, base: null } };
}

function joinTags(theirs: readonly string[], ours: readonly string[]): string[] {
  const known = new Set(theirs.map(tagKey));
  return [...theirs, ...ours.filter((tag) => !known.has(tagKey(tag)))].slice(0, maxTags);
}

/** The server keeps the members of an object in its own order, so texts of JSON cannot be compared. */
function isSameJson(left: unknown, right: unknown): boolean {
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) {
    return left === right;
  }
  const [ours, theirs] = [new Map(Object.entries(left)), new Map(Object.entries(right))];
  if (ours.size !== theirs.size) return false;
  return [...ours].every(
    ([name, value]) => theirs.has(name) && isSameJson(value, theirs.get(name)),
  );
}
