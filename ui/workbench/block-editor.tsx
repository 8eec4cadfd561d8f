"use client";

import { Extension } from "@tiptap/core";
import { baseKeymap } from "@tiptap/pm/commands";
import { history, redo, undo } from "@tiptap/pm/history";
import { keymap } from "@tiptap/pm/keymap";
import { EditorContent, useEditor } from "@tiptap/react";
import { Bold, Code, Italic } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import type { Block } from "@/core/article/article";
import type { ContentNode } from "@/core/article/content";
import type { Language } from "@/core/article/language";
import type { Finding } from "@/core/checks/finding";
import { toJson } from "@/document/article-to-doc";
import { articleExtensions } from "@/document/schema/article-extensions";
import styles from "./block-editor.module.css";
import { TypingFindings } from "./findings/typing-findings";
import { useTypingFindings, writtenIn } from "./findings/use-typing-findings";

type BlockEditorProps = {
  block: Block;
  language: Language;
  onSave: (nodes: readonly ContentNode[]) => void;
  onCancel: () => void;
  /** What the checks find in what is written, as it would be kept now. */
  onCheck: (nodes: readonly ContentNode[]) => Promise<readonly Finding[]>;
};

const Typing = Extension.create({
  name: "typing",
  addProseMirrorPlugins: () => [
    history(),
    keymap({ "Mod-z": undo, "Mod-y": redo, "Mod-Shift-z": redo }),
    keymap(baseKeymap),
  ],
});

const extensions = [...articleExtensions, Typing];

/** The text of one block, in the article's own schema. Ctrl+Enter keeps what was written; Escape leaves it as it was. */
export function BlockEditor(props: BlockEditorProps) {
  const { block, language, onSave, onCancel, onCheck } = props;
  const t = useTranslations("Workbench.editor");
  const editor = useEditor({
    extensions,
    content: { type: "doc", content: [toJson(block.node)] },
    injectCSS: false, // the page's policy allows no style elements
    immediatelyRender: false,
    autofocus: "end",
    editorProps: {
      attributes: {
        lang: language,
        role: "textbox",
        "aria-label": t(`label.${language}`),
        "aria-multiline": "true",
        class: styles.writing ?? "",
      },
    },
  });

  const findings = useTypingFindings(editor, onCheck);

  function save() {
    if (editor) onSave(writtenIn(editor));
  }

  function handleKeyDown(event: KeyboardEvent) {
    event.stopPropagation(); // keys of the workbench mean nothing while somebody writes
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
    if (event.key === "Escape") {
      event.preventDefault();
      onCancel();
    }
  }

  if (!editor) return null;
  return (
    <div className={styles.editor} onKeyDownCapture={handleKeyDown}>
      <EditorContent editor={editor} />
      <TypingFindings findings={findings} />
      <div className={styles.foot}>
        {(
          [
            ["bold", Bold],
            ["italic", Italic],
            ["code", Code],
          ] as const
        ).map(([mark, Icon]) => (
          <button
            key={mark}
            type="button"
            className={styles.tool}
            aria-label={t(mark)}
            title={t(mark)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => editor.chain().focus().toggleMark(mark).run()}
          >
            <Icon size={15} aria-hidden="true" />
          </button>
        ))}
        <span className={styles.space} />
        <button type="button" className={styles.cancel} onClick={onCancel}>
          {t("cancel")} <kbd>Esc</kbd>
        </button>
        <button type="button" className={styles.save} onClick={save}>
          {t("keep")} <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </div>
  );
}
