import { Pencil, Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { normalizeTag, tagKey } from "@/core/annotation/tag";
import type { NoteAction } from "@/core/notes/note-action";
import { loadTags, type TagCount } from "./notes-client";
import styles from "./tag-manager.module.css";

type TagManagerProps = {
  /** Asks again when this changes: something was done or undone. */
  round: number;
  /** What was done last, with the way back. */
  notice: ReactNode;
  onAct: (actions: readonly NoteAction[]) => void;
  onClose: () => void;
};

/** All of one's tags: renamed, merged by giving one the name of another, deleted. A modal dialog. */
export function TagManager({ round, notice, onAct, onClose }: TagManagerProps) {
  const t = useTranslations("Tags");
  const dialog = useRef<HTMLDialogElement>(null);
  const [tags, setTags] = useState<readonly TagCount[] | null>(null);
  const [isFailed, setIsFailed] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks the same again
  useEffect(() => {
    let isGone = false;
    void loadTags().then((loaded) => {
      if (isGone) return;
      setIsFailed(loaded === null);
      if (loaded) setTags(loaded);
    });
    return () => {
      isGone = true;
    };
  }, [round]);

  function rename(tag: string, to: string) {
    setEditing(null);
    if (normalizeTag(to) !== "" && normalizeTag(to) !== tag)
      onAct([{ kind: "rename-tag", tag, to }]);
  }

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={t("manage")}
      onCancel={(event) => {
        event.preventDefault();
        if (editing === null) onClose();
        else setEditing(null);
      }}
    >
      <header className={styles.head}>
        <h2>{t("manage")}</h2>
        <button type="button" className={styles.icon} aria-label={t("close")} onClick={onClose}>
          <X aria-hidden size={20} strokeWidth={1.75} />
        </button>
      </header>
      {isFailed && <p className={styles.hint}>{t("failed")}</p>}
      {tags?.length === 0 && <p className={styles.hint}>{t("empty")}</p>}
      <ul className={styles.tags}>
        {tags?.map(({ name, count }) => (
          <li key={name} className={styles.tag}>
            {editing === name ? (
              <RenameForm tag={name} tags={tags} onRename={(to) => rename(name, to)} />
            ) : (
              <>
                <span className={styles.name}>{name}</span>
                <span className={styles.count}>{t("count", { count })}</span>
                <button
                  type="button"
                  className={styles.icon}
                  aria-label={t("rename", { tag: name })}
                  onClick={() => setEditing(name)}
                >
                  <Pencil aria-hidden size={15} strokeWidth={1.75} />
                </button>
                <button
                  type="button"
                  className={styles.icon}
                  aria-label={t("delete", { tag: name })}
                  onClick={() => onAct([{ kind: "delete-tag", tag: name }])}
                >
                  <Trash2 aria-hidden size={15} strokeWidth={1.75} />
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.notice}>{notice}</div>
    </dialog>
  );
}

type RenameFormProps = {
  tag: string;
  tags: readonly TagCount[];
  onRename: (to: string) => void;
};

function RenameForm({ tag, tags, onRename }: RenameFormProps) {
  const t = useTranslations("Tags");
  const [text, setText] = useState(tag);
  const field = useRef<HTMLInputElement>(null);
  const other = tags.find(({ name }) => name !== tag && tagKey(name) === tagKey(text));

  useEffect(() => field.current?.select(), []);

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    onRename(text);
  }

  return (
    <form className={styles.rename} onSubmit={handleSubmit}>
      <input
        ref={field}
        value={text}
        maxLength={60}
        aria-label={t("newName", { tag })}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className={styles.save}>
        {other ? t("merge") : t("save")}
      </button>
      <p role="status" className={styles.hint}>
        {other && t("willMerge", { tag: other.name, count: other.count })}
      </p>
    </form>
  );
}
