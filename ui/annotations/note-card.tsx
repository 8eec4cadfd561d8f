import { Pencil, RotateCw, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Colour } from "@/core/annotation/annotation";
import type { NoteDocument } from "@/core/annotation/note-document";
import { ColourButtons } from "./colour-buttons";
import { dropDraft, keepDraft, readDraft } from "./draft";
import { NoteBody } from "./note-body";
import styles from "./note-card.module.css";
import type { NoteEditor } from "./note-editor";
import type { ShownAnnotation } from "./store/apply-changes";

export type CardActions = {
  readonly onEdit: (id: string) => void;
  readonly onEditEnd: (id: string) => void;
  readonly onSave: (id: string, note: NoteDocument | null) => void;
  readonly onColour: (id: string, colour: Colour) => void;
  readonly onRemove: (id: string) => void;
  readonly onRetry: (id: string) => void;
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
  const { annotation, refusal } = shown;
  const { id, colour, note, anchor } = annotation;
  const draft = isEditing ? null : readDraft(id);

  return (
    <article
      className={styles.card}
      data-annotation={id}
      data-colour={colour}
      data-kind={kind}
      data-active={isActive || undefined}
      tabIndex={-1}
      aria-label={t("cardLabel", { quote: shorten(anchor.exact) })}
    >
      <header className={styles.head}>
        <span>{t("audience")}</span>
        <CardDate shown={shown} />
      </header>
      {(hasQuote || kind === "orphaned") && (
        <blockquote lang={anchor.side} className={styles.quote}>
          {shorten(anchor.exact, 240)}
        </blockquote>
      )}
      {kind === "moved" && <p className={styles.hint}>{t("moved")}</p>}
      {kind === "orphaned" && <p className={styles.hint}>{t("orphaned")}</p>}
      {isEditing ? (
        <CardEditor shown={shown} actions={actions} />
      ) : (
        note && (
          <div className={styles.body}>
            <NoteBody note={note} />
          </div>
        )
      )}
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
      {!isEditing && (
        <div className={styles.actions}>
          <button
            type="button"
            className={styles.action}
            aria-label={note ? t("edit") : t("addNote")}
            title={note ? t("edit") : t("addNote")}
            onClick={() => actions.onEdit(id)}
          >
            <Pencil aria-hidden size={15} strokeWidth={1.75} />
          </button>
          <ColourButtons
            chosen={colour}
            size="small"
            onColour={(chosen) => actions.onColour(id, chosen)}
          />
          <button
            type="button"
            className={styles.action}
            aria-label={t("remove")}
            title={t("remove")}
            onClick={() => actions.onRemove(id)}
          >
            <Trash2 aria-hidden size={15} strokeWidth={1.75} />
          </button>
        </div>
      )}
    </article>
  );
}

function CardEditor({ shown, actions }: Pick<NoteCardProps, "shown" | "actions">) {
  const t = useTranslations("NoteEditor");
  const { id, note } = shown.annotation;
  const editor = useNoteEditor();
  if (editor.kind !== "loaded") {
    return (
      <p role="status" className={styles.hint}>
        {t(editor.kind)}
      </p>
    );
  }
  return (
    <editor.NoteEditor
      note={readDraft(id) ?? note}
      onDraft={(draft) => {
        if (draft) return keepDraft(id, draft);
        dropDraft(id);
        return false;
      }}
      onSave={(saved) => {
        dropDraft(id);
        actions.onSave(id, saved);
      }}
      onClose={() => actions.onEditEnd(id)}
    />
  );
}

type EditorState =
  | { readonly kind: "loading" | "failed" }
  | { readonly kind: "loaded"; readonly NoteEditor: typeof NoteEditor };

/** Tiptap comes with the editor, so only when a note is opened; without a connection it may not come. */
function useNoteEditor(): EditorState {
  const [state, setState] = useState<EditorState>({ kind: "loading" });
  useEffect(() => {
    let isGone = false;
    import("./note-editor").then(
      (loaded) => isGone || setState({ kind: "loaded", NoteEditor: loaded.NoteEditor }),
      () => isGone || setState({ kind: "failed" }),
    );
    return () => {
      isGone = true;
    };
  }, []);
  return state;
}

function CardDate({ shown }: Pick<NoteCardProps, "shown">) {
  const t = useTranslations("Annotations");
  const locale = useLocale();
  if (!shown.isSaved) return <span className={styles.unsaved}>{t("unsaved")}</span>;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const written = date.format(new Date(shown.createdAt));
  return <time dateTime={shown.createdAt}>{t("written", { date: written })}</time>;
}

function shorten(quote: string, length = 80): string {
  return quote.length > length ? `${quote.slice(0, length - 2).trimEnd()} …` : quote;
}
