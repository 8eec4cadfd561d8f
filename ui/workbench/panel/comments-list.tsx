import { useFormatter, useNow, useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import type { Article } from "@/core/article/article";
import { findRow } from "@/core/article/article-index";
import styles from "./talk.module.css";
import type { Comments } from "./use-comments";

type CommentsListProps = {
  article: Article;
  comments: Comments;
  /** The row that keys act on: a new comment is about it. */
  rowIndex: number;
  onGo: (rowIndex: number) => void;
};

/** What colleagues say to each other about rows, in the order of the rows; those that are dealt with at the end. */
export function CommentsList({ article, comments, rowIndex, onGo }: CommentsListProps) {
  const t = useTranslations("Workbench.comments");
  const format = useFormatter();
  const now = useNow();
  const placeOf = (rowId: string) => findRow(article, rowId)?.index ?? -1;
  const lines = comments.list.toSorted(
    (a, b) =>
      Number(a.isResolved) - Number(b.isResolved) ||
      placeOf(a.rowId) - placeOf(b.rowId) ||
      a.createdAt.localeCompare(b.createdAt),
  );
  const row = article.rows[rowIndex];
  return (
    <>
      {row && (
        <CommentForm
          key={row.id}
          number={rowIndex + 1}
          onAdd={(text) => comments.add(row.id, text)}
        />
      )}
      <p role="status" className={styles.status}>
        {comments.state === "failed" ? t("failed") : lines.length === 0 && t("none")}
      </p>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line.id} className={styles.item} data-done={line.isResolved}>
            <p className={styles.head}>
              <b>{line.author || t("nameless")}</b>
              <time dateTime={line.createdAt}>
                {format.relativeTime(new Date(line.createdAt), now)}
              </time>
              {placeOf(line.rowId) >= 0 ? (
                <button type="button" onClick={() => onGo(placeOf(line.rowId))}>
                  {t("row", { number: String(placeOf(line.rowId) + 1) })}
                </button>
              ) : (
                t("gone")
              )}
            </p>
            <p className={styles.text}>{line.text}</p>
            <p className={styles.acts}>
              <button type="button" onClick={() => comments.resolve(line.id, !line.isResolved)}>
                {t(line.isResolved ? "reopen" : "resolve")}
              </button>
              {line.isOwn && (
                <button type="button" onClick={() => comments.remove(line.id)}>
                  {t("remove")}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function CommentForm({ number, onAdd }: { number: number; onAdd: (text: string) => void }) {
  const t = useTranslations("Workbench.comments");
  const [text, setText] = useState("");

  function send() {
    if (text.trim() === "") return;
    onAdd(text.trim());
    setText("");
  }

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    send();
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  }

  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      <label>
        {t("label", { number: String(number) })}
        <textarea
          value={text}
          rows={2}
          maxLength={4000}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={handleKeyDown}
        />
      </label>
      <button type="submit" disabled={text.trim() === ""}>
        {t("add")}
      </button>
    </form>
  );
}
