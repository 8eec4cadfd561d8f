import { useTranslations } from "next-intl";
import { useState } from "react";
import { Link } from "@/i18n/navigation";
import { CardEditor } from "@/ui/annotations/card-editor";
import { NoteBody } from "@/ui/annotations/note-body";
import type { ShownAnnotation } from "@/ui/annotations/store/apply-changes";
import talk from "../panel/talk.module.css";
import styles from "./notes-list.module.css";
import type { DraftNotes } from "./use-draft-notes";

type NotesListProps = {
  slug: string;
  notes: DraftNotes;
  /** The row that keys act on: the list begins near it. */
  rowIndex: number;
  rowIds: readonly string[];
  onGo: (rowIndex: number) => void;
};

// Ten thousand notes are more than a list beside the text can show.
const before = 20;
const limit = 120;

/** What readers marked and wrote, in the order of the rows; one's own can be changed here. */
export function NotesList({ slug, notes, rowIndex, rowIds, onGo }: NotesListProps) {
  const t = useTranslations("Workbench.notesList");
  const hindrances = useTranslations("Annotations.hindrance");
  const { store, snapshot, placement } = notes;
  const { placed, missing } = placement;
  const [editing, setEditing] = useState<string | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);
  const here = placed.findIndex((each) => each.rowIndex >= rowIndex);
  const start = Math.max(0, (here < 0 ? placed.length : here) - before);
  const shown = placed.slice(start, start + limit);
  const isEmpty = snapshot.isLoaded && placed.length + missing.length === 0;

  function entry(shownNote: ShownAnnotation, row: number | null) {
    const { annotation, isOwn, author } = shownNote;
    const { id } = annotation;
    return (
      <li key={id} className={talk.item} aria-current={row === rowIndex || undefined}>
        <p className={talk.head}>
          <span className={styles.colour} data-colour={annotation.colour} aria-hidden="true" />
          <b>{isOwn ? t("you") : (author?.name ?? t("nameless"))}</b>
          {row === null ? (
            t("missing")
          ) : (
            <button type="button" onClick={() => onGo(row)}>
              {t("row", { number: String(row + 1) })}
            </button>
          )}
        </p>
        <blockquote className={talk.quote} lang={annotation.anchor.side}>
          {annotation.anchor.exact}
        </blockquote>
        {editing === id ? (
          <CardEditor
            id={id}
            note={annotation.note}
            groupId={annotation.groupId}
            onSave={(note) => {
              store?.put({ ...annotation, note });
              setEditing(null);
            }}
            onClose={() => setEditing(null)}
          />
        ) : (
          <>
            {annotation.note && (
              <div className={styles.note}>
                <NoteBody note={annotation.note} />
              </div>
            )}
            <p className={talk.acts}>
              {isOwn && (
                <>
                  <button type="button" onClick={() => setEditing(id)}>
                    {t(annotation.note ? "edit" : "write")}
                  </button>
                  <button
                    type="button"
                    onClick={() => {
                      store?.remove(id);
                      setRemoved(id);
                    }}
                  >
                    {t("remove")}
                  </button>
                </>
              )}
              <Link href={`/read/${slug}#${rowIds[row ?? 0] ?? ""}`} prefetch={false}>
                {t("read")}
              </Link>
            </p>
          </>
        )}
      </li>
    );
  }

  return (
    <>
      <p role="status" className={talk.status}>
        {snapshot.sync.kind === "hindered" && hindrances(snapshot.sync.hindrance)}
        {snapshot.sync.kind === "refused" && t("notKept")}
        {snapshot.sync.kind !== "refused" && isEmpty && t("none")}
        {removed !== null && (
          <>
            {t("removed")}{" "}
            <button
              type="button"
              className={styles.undo}
              onClick={() => {
                store?.restore(removed);
                setRemoved(null);
              }}
            >
              {t("undo")}
            </button>
          </>
        )}
      </p>
      <ul className={talk.list}>
        {shown.map((each) => entry(each.shown, each.rowIndex))}
        {missing.slice(0, limit).map((each) => entry(each, null))}
      </ul>
      {placed.length > shown.length && (
        <p className={talk.status}>{t("more", { count: placed.length - shown.length })}</p>
      )}
    </>
  );
}
