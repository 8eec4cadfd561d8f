import type { NoteDocument } from "../annotation/note-document";
import type { Language } from "../article/language";
import type { AnnotationAudience, Moderation } from "../audience/annotation-policy";
import type { ModerationTarget, ReportKind } from "./moderation-input";

/** Something that waits for a moderator, or that one has hidden. Who reported it is not said. */
export type QueueEntry = {
  readonly target: ModerationTarget;
  readonly moderation: Moderation;
  /** The passage that it stands on; `null` for one that stands on something that is no article here. */
  readonly passage: {
    readonly exact: string;
    readonly language: Language;
    readonly slug: string;
  } | null;
  readonly note: NoteDocument | null;
  /** As it was sent, for one without a note of ours. */
  readonly source: string | null;
  readonly authorName: string | null;
  readonly audience: AnnotationAudience;
  readonly groupName: string | null;
  readonly reports: readonly { readonly kind: ReportKind; readonly text: string }[];
  readonly createdAt: string;
};

/** One line of the log; a name is `null` for somebody without one, or whose account is gone. */
export type ModerationLine = {
  readonly sequence: string;
  readonly act: "release" | "hide" | "show" | "remove" | "keep" | "ban" | "unban";
  readonly actorName: string | null;
  readonly subjectName: string | null;
  readonly groupName: string | null;
  readonly reason: string;
  readonly createdAt: string;
};
