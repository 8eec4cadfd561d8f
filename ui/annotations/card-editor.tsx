import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { appendText } from "@/core/annotation/append-text";
import type { NoteDocument } from "@/core/annotation/note-document";
import { dropDraft, keepDraft, readDraft } from "./draft";
import type { NoteEditor } from "./note-editor";
import { WaitingField } from "./waiting-field";

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
  const typed = useRef("");
  const [isTakenOver, setTakenOver] = useState(false);

  function save(written: NoteDocument | null) {
    dropDraft(id);
    onSave(written);
  }

  function begun(): NoteDocument | null {
    return readDraft(id) ?? note;
  }

  return (
    <>
      {editor.kind === "loaded" && (
        <div hidden={!isTakenOver}>
          <editor.NoteEditor
            note={begun()}
            label={label}
            groupId={groupId}
            takeOver={() => {
              const text = typed.current;
              typed.current = "";
              flushSync(() => setTakenOver(true));
              return text;
            }}
            onDraft={(draft) => {
              if (draft) return keepDraft(id, draft);
              dropDraft(id);
              return false;
            }}
            onSave={save}
            onClose={onClose}
          />
        </div>
      )}
      {!isTakenOver && (
        <WaitingField
          typed={typed}
          label={label ?? t("label")}
          isAlone={editor.kind === "failed"}
          onLeft={(text) => {
            const kept = appendText(begun(), text);
            if (kept && text !== "") keepDraft(id, kept);
          }}
          onSave={(text) => save(appendText(begun(), text))}
          onClose={onClose}
        />
      )}
    </>
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
