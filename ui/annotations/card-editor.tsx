import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { NoteDocument } from "@/core/annotation/note-document";
import styles from "./card-editor.module.css";
import { dropDraft, keepDraft, readDraft } from "./draft";
import type { NoteEditor } from "./note-editor";

type CardEditorProps = {
  /** Names the draft: the id of what is written. */
  id: string;
  note: NoteDocument | null;
  /** The group whose members can be named. */
  groupId: string | null;
  /** What is written, for those who do not see where; a note where nothing is said. */
  label?: string;
  onSave: (note: NoteDocument | null) => void;
  onClose: () => void;
};

/** A note or a reply in the writing, with its draft. */
export function CardEditor({ id, note, groupId, label, onSave, onClose }: CardEditorProps) {
  const t = useTranslations("NoteEditor");
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
      label={label}
      groupId={groupId}
      onDraft={(draft) => {
        if (draft) return keepDraft(id, draft);
        dropDraft(id);
        return false;
      }}
      onSave={(saved) => {
        dropDraft(id);
        onSave(saved);
      }}
      onClose={onClose}
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
