"use client";

import type { Editor } from "@tiptap/core";
import { EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { appendText } from "@/core/annotation/append-text";
import type { NoteDocument } from "@/core/annotation/note-document";
import { mentionExtension, noteExtensions } from "@/document/note/note-extensions";
import { isEmptyNote, toNoteDocument } from "@/document/note/to-note-document";
import { MentionList } from "./mention-list";
import styles from "./note-editor.module.css";
import { NoteToolbar } from "./note-toolbar";
import { useMentions } from "./use-mentions";

type NoteEditorProps = {
  /** What the editor begins with; `null` for an empty note. */
  note: NoteDocument | null;
  /** The group whose members can be named. */
  groupId: string | null;
  /** What is written, where it is not a note. */
  label?: string;
  /** Asked once, when the editor is ready for the focus: what was written until then. */
  takeOver: () => string;
  /** Called after each pause in writing and before the editor closes, `null` when nothing is in it; says if it was kept. */
  onDraft: (note: NoteDocument | null) => boolean;
  /** `null` when nothing is left in it. */
  onSave: (note: NoteDocument | null) => void;
  onClose: () => void;
};

/** A draft that is to be kept after the pause. */
type Pending = { readonly timer: ReturnType<typeof setTimeout>; readonly write: () => void };

const draftPauseMs = 400;

/** A note in the writing. Ctrl+Enter saves; Escape closes and keeps the draft. */
export function NoteEditor(props: NoteEditorProps) {
  const { note, groupId, label, takeOver, onDraft, onSave, onClose } = props;
  const t = useTranslations("NoteEditor");
  const keysId = useId();
  const [problem, setProblem] = useState<"tooLong" | "tooDeep" | null>(null);
  const [isKept, setIsKept] = useState(false);
  const pending = useRef<Pending | null>(null);
  const latest = useRef(onDraft);
  latest.current = onDraft;

  const { suggestion, mentioning } = useMentions(groupId);
  const extensions = useMemo(() => [...noteExtensions, mentionExtension(suggestion)], [suggestion]);

  const editor = useEditor({
    extensions,
    content: note,
    injectCSS: false, // the page's policy allows no style elements; what is needed stands in the module
    immediatelyRender: false,
    autofocus: "end",
    editorProps: {
      attributes: {
        "aria-label": label ?? t("label"),
        "aria-multiline": "true",
        "aria-describedby": keysId,
        class: styles.writing ?? "",
      },
    },
    onCreate: ({ editor: made }) => {
      const longer = appendText(note, takeOver());
      if (longer !== note) made.chain().setContent(longer).focus("end").run();
      made.view.focus(); // at once, where Tiptap waits for a frame: the next letter belongs here
    },
    onUpdate: ({ editor: changed }) => keepSoon(changed),
  });
  const isEmpty = useEditorState({
    editor,
    selector: ({ editor: current }) => current?.isEmpty ?? true,
  });

  function keepSoon(changed: Editor) {
    clearTimeout(pending.current?.timer);
    setIsKept(false);
    const write = () => {
      pending.current = null;
      const result = toNoteDocument(changed.getJSON());
      setProblem(result.ok ? null : problemOf(result.reason));
      if (!result.ok) return;
      setIsKept(latest.current(isEmptyNote(result.note) ? null : result.note));
    };
    pending.current = { timer: setTimeout(write, draftPauseMs), write };
  }

  useEffect(() => {
    const keepNow = () => flush(pending.current);
    window.addEventListener("pagehide", keepNow);
    return () => {
      window.removeEventListener("pagehide", keepNow);
      keepNow();
    };
  }, []);

  function close() {
    flush(pending.current);
    onClose();
  }

  function save() {
    if (!editor) return;
    const result = toNoteDocument(editor.getJSON());
    if (!result.ok) return setProblem(problemOf(result.reason));
    clearTimeout(pending.current?.timer);
    pending.current = null;
    onSave(isEmptyNote(result.note) ? null : result.note);
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
    if (mentioning && mentioning.people.length > 0) return; // the keys are the list's
    // In the field for a link's address Escape closes that field.
    if (event.key === "Escape" && !(event.target instanceof HTMLInputElement)) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }

  if (!editor) return null;
  return (
    <div className={styles.editor} onKeyDownCapture={handleKeyDown}>
      <NoteToolbar editor={editor} />
      <EditorContent
        editor={editor}
        className={styles.frame}
        data-placeholder={isEmpty ? t("placeholder") : undefined}
      />
      <MentionList editor={editor} mentioning={mentioning} />
      <div className={styles.foot}>
        <p id={keysId} className="visually-hidden">
          {t("keys")}
        </p>
        <p role="status" className={styles.status}>
          {problem ? t(problem) : isKept && t("draftKept")}
        </p>
        <button type="button" className={styles.close} onClick={close}>
          {t("close")}
        </button>
        <button type="button" className={styles.save} onClick={save}>
          {t("save")}
        </button>
      </div>
    </div>
  );
}

function flush(pending: Pending | null) {
  if (!pending) return;
  clearTimeout(pending.timer);
  pending.write();
}

function problemOf(reason: "too-long" | "too-deep") {
  return reason === "too-long" ? "tooLong" : "tooDeep";
}
