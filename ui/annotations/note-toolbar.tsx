import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import {
  Bold,
  Code,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  TextQuote,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { isNoteLink } from "@/document/note/note-extensions";
import styles from "./note-toolbar.module.css";

type NoteToolbarProps = { editor: Editor };

type Act = {
  readonly name: "bold" | "italic" | "code" | "bulletList" | "orderedList" | "quote";
  readonly node: string;
  readonly Icon: LucideIcon;
  readonly run: (editor: Editor) => boolean;
};

const acts: readonly Act[] = [
  { name: "bold", node: "bold", Icon: Bold, run: (e) => e.chain().focus().toggleBold().run() },
  {
    name: "italic",
    node: "italic",
    Icon: Italic,
    run: (e) => e.chain().focus().toggleItalic().run(),
  },
  { name: "code", node: "code", Icon: Code, run: (e) => e.chain().focus().toggleCode().run() },
  {
    name: "bulletList",
    node: "bulletList",
    Icon: List,
    run: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    name: "orderedList",
    node: "orderedList",
    Icon: ListOrdered,
    run: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "quote",
    node: "blockquote",
    Icon: TextQuote,
    run: (e) => e.chain().focus().toggleBlockquote().run(),
  },
];

/** What a note can be typeset with; one stop for Tab, arrows inside. */
export function NoteToolbar({ editor }: NoteToolbarProps) {
  const t = useTranslations("NoteEditor");
  const toolbar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const [isLinking, setIsLinking] = useState(false);
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      active: acts.map(({ node }) => current.isActive(node)),
      isLink: current.isActive("link"),
    }),
  });

  function handleKeyDown(event: KeyboardEvent) {
    const buttons = [...(toolbar.current?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (stop + step + buttons.length) % buttons.length;
    setStop(next);
    buttons[next]?.focus();
  }

  return (
    <>
      <div
        ref={toolbar}
        role="toolbar"
        aria-label={t("toolbar")}
        className={styles.toolbar}
        onKeyDown={handleKeyDown}
      >
        {acts.map(({ name, Icon, run }, index) => (
          <button
            key={name}
            type="button"
            className={styles.button}
            aria-label={t(name)}
            title={t(name)}
            aria-pressed={state.active[index] ?? false}
            tabIndex={stop === index ? 0 : -1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(editor)}
          >
            <Icon aria-hidden size={15} strokeWidth={2} />
          </button>
        ))}
        <button
          type="button"
          className={styles.button}
          aria-label={t("link")}
          title={t("link")}
          aria-pressed={state.isLink}
          aria-expanded={isLinking}
          tabIndex={stop === acts.length ? 0 : -1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setIsLinking(!isLinking)}
        >
          <Link aria-hidden size={15} strokeWidth={2} />
        </button>
      </div>
      {isLinking && <LinkForm editor={editor} onDone={() => setIsLinking(false)} />}
    </>
  );
}

type LinkFormProps = { editor: Editor; onDone: () => void };

function LinkForm({ editor, onDone }: LinkFormProps) {
  const t = useTranslations("NoteEditor");
  const known: unknown = editor.getAttributes("link").href;
  const [address, setAddress] = useState(typeof known === "string" ? known : "");
  const [isRefused, setIsRefused] = useState(false);

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    const href = withScheme(address.trim());
    if (!isNoteLink(href)) return setIsRefused(true);
    const chain = editor.chain().focus();
    if (editor.state.selection.empty && !editor.isActive("link")) {
      const marks = [{ type: "link", attrs: { href } }];
      chain.insertContent({ type: "text", text: address.trim(), marks }).run();
    } else {
      chain.extendMarkRange("link").setLink({ href }).run();
    }
    onDone();
  }

  function handleRemove() {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    onDone();
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.preventDefault(); // else it would close the sheet on a phone
    event.stopPropagation();
    onDone();
    editor.commands.focus();
  }

  return (
    <form className={styles.link} onSubmit={handleSubmit} onKeyDown={handleKeyDown}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the reader has just asked for this field
        autoFocus
        type="text"
        inputMode="url"
        className={styles.address}
        aria-label={t("linkAddress")}
        aria-invalid={isRefused}
        placeholder="https://"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      <button type="submit" className={styles.apply}>
        {t("linkApply")}
      </button>
      {known !== undefined && (
        <button type="button" className={styles.apply} onClick={handleRemove}>
          {t("linkRemove")}
        </button>
      )}
      <p role="status" className={styles.refused}>
        {isRefused && t("linkInvalid")}
      </p>
    </form>
  );
}

/** "example.org" is meant for the web. */
function withScheme(address: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  return address.includes("@") && !address.includes("/")
    ? `mailto:${address}`
    : `https://${address}`;
}
