import { Check, MessageSquareReply, Pencil, RotateCcw, RotateCw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { NoteDocument } from "@/core/annotation/note-document";
import { CardDate } from "./card-date";
import { CardEditor } from "./card-editor";
import { readDraft } from "./draft";
import { NoteBody } from "./note-body";
import { ReportButton } from "./report-button";
import type { ShownAnnotation } from "./store/apply-changes";
import type { ShownReply } from "./store/apply-replies";
import styles from "./thread.module.css";

export type ThreadActions = {
  /** `replyId` is `null` for a new reply. */
  readonly onReply: (annotationId: string, replyId: string | null, note: NoteDocument) => void;
  readonly onRemoveReply: (replyId: string) => void;
  readonly onRetryReply: (replyId: string) => void;
  readonly onResolve: (annotationId: string, isResolved: boolean) => void;
};

type ThreadProps = {
  shown: ShownAnnotation;
  /** Whether a new reply is written. */
  isAnswering: boolean;
  onAnswering: (isAnswering: boolean) => void;
  actions: ThreadActions;
};

/** What was answered to an annotation, and the ways to answer and to say that nothing is left to answer. */
export function Thread({ shown, isAnswering, onAnswering, actions }: ThreadProps) {
  const t = useTranslations("Thread");
  const { annotation, replies, resolvedAt, isDeleted } = shown;
  const { id } = annotation;
  const [editingId, setEditingId] = useState<string | null>(null);
  const [isUnfolded, setIsUnfolded] = useState(false);
  const isFolded = resolvedAt !== null && !isUnfolded && replies.length > 0;
  const mayWrite = shown.mayAnswer && !isDeleted;
  // What was begun and not sent is offered again, whatever was opened in between.
  const hasDraft = !isAnswering && readDraft(replyDraftId(id)) !== null;

  return (
    <section className={styles.thread} aria-label={t("label")} data-resolved={resolvedAt !== null}>
      {isFolded ? (
        <button type="button" className={styles.unfold} onClick={() => setIsUnfolded(true)}>
          {t("unfold", { count: replies.length })}
        </button>
      ) : (
        replies.length > 0 && (
          <ol className={styles.replies}>
            {replies.map((reply) => (
              <li key={reply.id} className={styles.reply}>
                <ReplyItem
                  reply={reply}
                  groupId={annotation.groupId}
                  isEditing={editingId === reply.id}
                  onEdit={() => setEditingId(reply.id)}
                  onEditEnd={() => setEditingId(null)}
                  actions={actions}
                />
              </li>
            ))}
          </ol>
        )
      )}
      {isAnswering && (
        <CardEditor
          id={replyDraftId(id)}
          note={null}
          groupId={annotation.groupId}
          label={t("reply")}
          onClose={() => onAnswering(false)}
          onSave={(note) => {
            onAnswering(false);
            setIsUnfolded(true);
            if (note) actions.onReply(id, null, note);
          }}
        />
      )}
      {mayWrite && !isAnswering && (
        <div className={styles.foot}>
          <button
            type="button"
            className={styles.act}
            data-quiet={!hasDraft}
            onClick={() => onAnswering(true)}
          >
            <MessageSquareReply aria-hidden size={14} strokeWidth={1.75} />
            {hasDraft ? t("continue") : t("answer")}
          </button>
          <button
            type="button"
            className={styles.act}
            data-quiet={resolvedAt === null}
            onClick={() => {
              setIsUnfolded(false);
              actions.onResolve(id, resolvedAt === null);
            }}
          >
            {resolvedAt === null ? (
              <Check aria-hidden size={14} strokeWidth={2} />
            ) : (
              <RotateCcw aria-hidden size={14} strokeWidth={1.75} />
            )}
            {resolvedAt === null ? t("resolve") : t("reopen")}
          </button>
        </div>
      )}
    </section>
  );
}

/** Under which a new reply to an annotation is kept until it is sent. */
export function replyDraftId(annotationId: string): string {
  return `reply.${annotationId}`;
}

type ReplyItemProps = {
  reply: ShownReply;
  groupId: string | null;
  isEditing: boolean;
  onEdit: () => void;
  onEditEnd: () => void;
  actions: ThreadActions;
};

function ReplyItem({ reply, groupId, isEditing, onEdit, onEditEnd, actions }: ReplyItemProps) {
  const t = useTranslations("Thread");
  const moderation = useTranslations("Report.state");
  const { id, annotationId, note, author, isOwn, refusal } = reply;
  if (!note) return <p className={styles.gone}>{t("deletedReply")}</p>;
  return (
    <>
      {reply.moderation && <p className={styles.gone}>{moderation(reply.moderation)}</p>}
      <header className={styles.head}>
        <span className={styles.name}>{isOwn ? t("me") : (author?.name ?? t("somebody"))}</span>
        <CardDate isSaved={reply.isSaved} createdAt={reply.createdAt} />
        {!isOwn && (
          <span className={styles.own}>
            <ReportButton className={styles.icon} annotationId={annotationId} replyId={id} />
          </span>
        )}
        {isOwn && !isEditing && (
          <span className={styles.own}>
            <button type="button" className={styles.icon} aria-label={t("edit")} onClick={onEdit}>
              <Pencil aria-hidden size={13} strokeWidth={1.75} />
            </button>
            <button
              type="button"
              className={styles.icon}
              aria-label={t("remove")}
              onClick={() => actions.onRemoveReply(id)}
            >
              <Trash2 aria-hidden size={13} strokeWidth={1.75} />
            </button>
          </span>
        )}
      </header>
      {isEditing ? (
        <CardEditor
          id={id}
          note={note}
          groupId={groupId}
          label={t("reply")}
          onClose={onEditEnd}
          onSave={(saved) => {
            onEditEnd();
            if (saved) actions.onReply(annotationId, id, saved);
            else actions.onRemoveReply(id);
          }}
        />
      ) : (
        <div className={styles.body}>
          <NoteBody note={note} />
        </div>
      )}
      {refusal && <RefusedReply id={id} refusal={refusal} actions={actions} />}
    </>
  );
}

type RefusedReplyProps = {
  id: string;
  refusal: NonNullable<ShownReply["refusal"]>;
  actions: ThreadActions;
};

function RefusedReply({ id, refusal, actions }: RefusedReplyProps) {
  const t = useTranslations("Annotations");
  return (
    <p className={styles.refused}>
      {t("refused", { reason: t(`refusal.${refusal}`) })}{" "}
      <button type="button" className={styles.retry} onClick={() => actions.onRetryReply(id)}>
        <RotateCw aria-hidden size={13} strokeWidth={2} />
        {t("retry")}
      </button>
    </p>
  );
}
