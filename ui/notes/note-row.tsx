import { Check, MapPinOff, MessageSquare } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { otherLanguage } from "@/core/article/language";
import type { ListedNote } from "@/core/notes/listed-note";
import { NoteBody } from "../annotations/note-body";
import styles from "./note-row.module.css";

type NoteRowProps = {
  note: ListedNote;
  isChosen: boolean;
  onChoose: (id: string, isChosen: boolean) => void;
};

/** One note of the list: the passage in both languages, what was written, and where it stands. */
export function NoteRow({ note, isChosen, onChoose }: NoteRowProps) {
  const t = useTranslations("Notes");
  const locale = useLocale();
  const { annotation, counterpart, titles, isOrphaned, replies, row } = note;
  const { id, anchor, colour, tags, articleSlug, isOwn, author } = annotation;
  const title = (locale === "en" ? titles.en : titles.de) ?? titles.de ?? titles.en ?? articleSlug;
  const titleLanguage = title === titles.en ? "en" : "de";
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
  const answers = replies.filter((reply) => reply.note !== null).length;
  const place = `/${locale}/read/${articleSlug}?note=${id}${row === null ? "" : `#${row}`}`;

  return (
    <article
      className={styles.note}
      data-colour={colour}
      data-resolved={annotation.resolvedAt !== null}
    >
      <div className={styles.choose}>
        {isOwn && (
          <input
            type="checkbox"
            checked={isChosen}
            aria-label={t("choose", { quote: shorten(anchor.exact) })}
            onChange={(event) => onChoose(id, event.target.checked)}
          />
        )}
      </div>
      <div className={styles.text}>
        <a href={place} className={styles.place}>
          <q lang={anchor.side} className={styles.quote}>
            {shorten(anchor.exact, 320)}
          </q>
        </a>
        {counterpart !== "" && (
          <p lang={otherLanguage(anchor.side)} className={styles.counterpart}>
            {shorten(counterpart, 320)}
          </p>
        )}
        {annotation.note && (
          <div className={styles.body}>
            <NoteBody note={annotation.note} />
          </div>
        )}
        <footer className={styles.foot}>
          {tags.map((tag) => (
            <span key={tag} className={styles.tag}>
              {tag}
            </span>
          ))}
          {isOrphaned && (
            <span className={styles.state}>
              <MapPinOff aria-hidden size={13} strokeWidth={1.75} />
              {t("isOrphaned")}
            </span>
          )}
          {annotation.resolvedAt !== null && (
            <span className={styles.state}>
              <Check aria-hidden size={13} strokeWidth={2} />
              {t("isResolved")}
            </span>
          )}
          {answers > 0 && (
            <span className={styles.state}>
              <MessageSquare aria-hidden size={13} strokeWidth={1.75} />
              {t("answers", { count: answers })}
            </span>
          )}
          <span className={styles.meta}>
            {!isOwn && <>{author.name ?? t("somebody")} · </>}
            <span lang={titleLanguage}>{title}</span> ·{" "}
            {annotation.groupName ?? t(`audience.${annotation.audience}`)} ·{" "}
            <time dateTime={annotation.createdAt}>
              {date.format(new Date(annotation.createdAt))}
            </time>
          </span>
        </footer>
      </div>
    </article>
  );
}

function shorten(quote: string, length = 80): string {
  return quote.length > length ? `${quote.slice(0, length - 2).trimEnd()} …` : quote;
}
