import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { type CardActions, NoteCard } from "./note-card";
import styles from "./notes-sheet.module.css";
import type { PlacedAnnotation } from "./place-annotations";
import type { ShownAnnotation } from "./store/apply-changes";

type NotesSheetProps = {
  title: string;
  filter: ReactNode;
  annotations: readonly (PlacedAnnotation | ShownAnnotation)[];
  /** The one the reader came for: it gets the focus. */
  focusedId: string | null;
  editingId: string | null;
  actions: CardActions;
  /** What was just done, with the way back: outside of a modal dialog it could not be reached. */
  toast: ReactNode;
  onClose: () => void;
};

/** The annotations of one row, from below: a modal dialog, so that focus stays in it and Escape closes it. */
export function NotesSheet({
  title,
  filter,
  annotations,
  focusedId,
  editingId,
  actions,
  toast,
  onClose,
}: NotesSheetProps) {
  const t = useTranslations("Annotations");
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  useEffect(() => {
    if (!focusedId || editingId) return;
    const card = dialog.current?.querySelector<HTMLElement>(`[data-annotation="${focusedId}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
  }, [focusedId, editingId]);

  function handleClick(event: MouseEvent) {
    if (event.target === dialog.current) onClose(); // a click on the backdrop is one on the dialog itself
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does by key what a click on the backdrop does
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault(); // React takes it away when the page says so
        onClose();
      }}
      onClick={handleClick}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2>{title}</h2>
          {filter}
          <button type="button" className={styles.close} aria-label={t("close")} onClick={onClose}>
            <X aria-hidden size={20} strokeWidth={1.75} />
          </button>
        </header>
        {annotations.map((one) => (
          <NoteCard
            key={one.annotation.id}
            shown={one}
            kind={"kind" in one ? one.kind : "orphaned"}
            isEditing={editingId === one.annotation.id}
            hasQuote
            actions={actions}
          />
        ))}
        <div className={styles.toast}>{toast}</div>
      </div>
    </dialog>
  );
}
