import {
  Check,
  Ellipsis,
  Languages,
  MessageSquareReply,
  Pencil,
  RotateCw,
  Tag,
  TextSelect,
  Trash2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { Colour } from "@/core/annotation/annotation";
import type { NoteDocument } from "@/core/annotation/note-document";
import type { KeptAudience } from "./audience-memory";
import { CardAudience } from "./card-audience";
import { CardDate } from "./card-date";
import { CardEditor } from "./card-editor";
import { CardTags } from "./card-tags";
import { ColourButtons } from "./colour-buttons";
import { readDraft } from "./draft";
import { NoteBody } from "./note-body";
import styles from "./note-card.module.css";
import { OrphanPlace } from "./orphan-place";
import { ReportButton } from "./report-button";
import type { ShownAnnotation } from "./store/apply-changes";
import { replyDraftId, Thread, type ThreadActions } from "./thread";

export type CardActions = ThreadActions & {
  readonly onEdit: (id: string) => void;
  readonly onEditEnd: (id: string) => void;
  readonly onSave: (id: string, note: NoteDocument | null) => void;
  readonly onColour: (id: string, colour: Colour) => void;
  readonly onRemove: (id: string) => void;
  readonly onRetry: (id: string) => void;
  readonly onAudience: (id: string, chosen: KeptAudience) => void;
  /** What stands where an orphaned annotation stood. */
  readonly remainsOf: (id: string) => string | null;
  /** Begins to look for a new place, or for another counterpart. */
  readonly onAim: (id: string, what: "anchor" | "twin") => void;
  /** Opens the bar at the passage, with its handles. */
  readonly onRange: (id: string) => void;
  readonly onTags: (id: string, tags: string[]) => void;
};

type NoteCardProps = {
  shown: ShownAnnotation;
  /** `orphaned` when its passage is gone, `moved` when it was found in another place. */
  kind: "exact" | "moved" | "orphaned";
  isEditing: boolean;
  isActive?: boolean;
  /** Shows the marked words above the note: where the passage is not beside it. */
  hasQuote?: boolean;
  actions: CardActions;
};

/** One annotation as it is read and written: in the margin, or in the sheet on narrow screens. */
export function NoteCard({ shown, kind, isEditing, isActive, hasQuote, actions }: NoteCardProps) {
  const t = useTranslations("Annotations");
  const moderation = useTranslations("Report.state");
  const { annotation, refusal, replies, resolvedAt, isDeleted } = shown;
  const { id, colour, note, anchor, tags } = annotation;
  const draft = isEditing ? null : readDraft(id);
  const [isTagging, setIsTagging] = useState(false);
  const [isAnswering, setIsAnswering] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const mayChange = shown.isOwn && !isDeleted;
  const mayAnswer = shown.mayAnswer && !isDeleted;
  const mayReport = !shown.isOwn && !isDeleted;
  // A thread that has begun has these at its foot.
  const hasThread =
    replies.length > 0 || resolvedAt !== null || readDraft(replyDraftId(id)) !== null;

  return (
    <article
      className={styles.card}
      data-annotation={id}
      data-colour={colour}
      data-kind={kind}
      data-active={isActive || undefined}
      data-resolved={resolvedAt !== null || undefined}
      tabIndex={-1}
      aria-label={t("cardLabel", { quote: shorten(anchor.exact) })}
    >
      <header className={styles.head}>
        <CardAudience
          shown={shown}
          mayChange={mayChange}
          onAudience={(chosen) => actions.onAudience(id, chosen)}
        />
        <CardDate isSaved={shown.isSaved} createdAt={shown.createdAt} />
      </header>
      {(hasQuote || kind === "orphaned") && (
        <blockquote lang={anchor.side} className={styles.quote}>
          {shorten(anchor.exact, 240)}
        </blockquote>
      )}
      {isDeleted && <p className={styles.hint}>{t("deleted")}</p>}
      {shown.moderation && <p className={styles.hint}>{moderation(shown.moderation)}</p>}
      {kind === "moved" && <p className={styles.hint}>{t("moved")}</p>}
      {kind === "orphaned" && <p className={styles.hint}>{t("orphaned")}</p>}
      {kind === "orphaned" && (
        <OrphanPlace
          was={anchor.exact}
          now={actions.remainsOf(id)}
          language={anchor.side}
          {...(mayChange && { onReattach: () => actions.onAim(id, "anchor") })}
        />
      )}
      {isEditing ? (
        <CardEditor
          id={id}
          note={note}
          groupId={annotation.groupId}
          onSave={(saved) => actions.onSave(id, saved)}
          onClose={() => actions.onEditEnd(id)}
        />
      ) : (
        note && (
          <div className={styles.body}>
            <NoteBody note={note} />
          </div>
        )
      )}
      <CardTags
        tags={tags}
        isEditing={isTagging && mayChange}
        onChange={(changed) => actions.onTags(id, changed)}
        onClose={() => setIsTagging(false)}
      />
      {draft && (
        <button type="button" className={styles.draft} onClick={() => actions.onEdit(id)}>
          <span className={styles.draftMark}>{t("draft")}</span> {t("continueDraft")}
        </button>
      )}
      {refusal && (
        <p className={styles.refused}>
          {t("refused", { reason: t(`refusal.${refusal}`) })}{" "}
          <button type="button" className={styles.retry} onClick={() => actions.onRetry(id)}>
            <RotateCw aria-hidden size={13} strokeWidth={2} />
            {refusal === "deleted-elsewhere" ? t("keepAsNew") : t("retry")}
          </button>
        </p>
      )}
      {(hasThread || isAnswering) && (
        <Thread
          shown={shown}
          isAnswering={isAnswering}
          onAnswering={setIsAnswering}
          actions={actions}
        />
      )}
      {!isEditing && (mayChange || mayAnswer || mayReport) && (
        <div className={styles.actions}>
          {mayChange && (
            <CardButton label={note ? t("edit") : t("addNote")} onClick={() => actions.onEdit(id)}>
              <Pencil aria-hidden size={15} strokeWidth={1.75} />
            </CardButton>
          )}
          {mayAnswer && !hasThread && (
            <CardButton label={t("answer")} onClick={() => setIsAnswering(true)}>
              <MessageSquareReply aria-hidden size={15} strokeWidth={1.75} />
            </CardButton>
          )}
          {(mayChange || (mayAnswer && !hasThread)) && (
            <button
              type="button"
              className={styles.more}
              aria-label={t("more")}
              aria-expanded={isOpen}
              onClick={() => setIsOpen(!isOpen)}
            >
              <Ellipsis aria-hidden size={17} strokeWidth={1.75} />
            </button>
          )}
          <div className={styles.rest} data-open={isOpen || undefined}>
            {mayChange && (
              <ColourButtons
                chosen={colour}
                size="small"
                onColour={(chosen) => actions.onColour(id, chosen)}
              />
            )}
            {mayChange && kind !== "orphaned" && (
              <>
                <CardButton label={t("range")} onClick={() => actions.onRange(id)}>
                  <TextSelect aria-hidden size={15} strokeWidth={1.75} />
                </CardButton>
                <CardButton label={t("correctTwin")} onClick={() => actions.onAim(id, "twin")}>
                  <Languages aria-hidden size={15} strokeWidth={1.75} />
                </CardButton>
              </>
            )}
            {mayChange && (
              <CardButton label={t("tag")} onClick={() => setIsTagging(!isTagging)}>
                <Tag aria-hidden size={15} strokeWidth={1.75} />
              </CardButton>
            )}
            {mayAnswer && !hasThread && (
              <CardButton label={t("resolve")} onClick={() => actions.onResolve(id, true)}>
                <Check aria-hidden size={15} strokeWidth={2} />
              </CardButton>
            )}
          </div>
          {mayReport && <ReportButton className={styles.action} annotationId={id} />}
          {mayChange && (
            <CardButton label={t("remove")} onClick={() => actions.onRemove(id)}>
              <Trash2 aria-hidden size={15} strokeWidth={1.75} />
            </CardButton>
          )}
        </div>
      )}
    </article>
  );
}

type CardButtonProps = { label: string; onClick: () => void; children: ReactNode };

function CardButton({ label, onClick, children }: CardButtonProps) {
  return (
    <button
      type="button"
      className={styles.action}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

function shorten(quote: string, length = 80): string {
  return quote.length > length ? `${quote.slice(0, length - 2).trimEnd()} …` : quote;
}
