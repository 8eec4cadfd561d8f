import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { noteText } from "@/core/annotation/note-text";
import { type View, viewPath } from "@/core/article/layout";
import styles from "./elsewhere-notes.module.css";
import type { AnnotationElsewhere } from "./sort-missing";

type ElsewhereNotesProps = {
  articleSlug: string;
  view: View;
  /** In the order of the parts. */
  elsewhere: readonly AnnotationElsewhere[];
};

/** Below the part that is read: what is marked in the others, with the way there. */
export function ElsewhereNotes({ articleSlug, view, elsewhere }: ElsewhereNotesProps) {
  const t = useTranslations("Elsewhere");
  const locale = useLocale();
  const [isOpen, setIsOpen] = useState(false);
  if (elsewhere.length === 0) return null;
  const parts = [...new Set(elsewhere.map(({ part }) => part))];
  return (
    <details className={styles.elsewhere} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t("title", { count: elsewhere.length })}</summary>
      {isOpen &&
        parts.map((part) => (
          <section key={part} aria-label={t("part", { part })}>
            <h3>{t("part", { part })}</h3>
            <ul>
              {elsewhere
                .filter((one) => one.part === part)
                .map(({ shown: { annotation } }) => (
                  <li key={annotation.id} data-colour={annotation.colour}>
                    <a
                      href={noteAddress(
                        `/${locale}${viewPath(articleSlug, { ...view, part })}`,
                        annotation.id,
                      )}
                    >
                      <q lang={annotation.anchor.side}>{shorten(annotation.anchor.exact)}</q>
                    </a>
                    {annotation.note && <p>{shorten(noteText(annotation.note))}</p>}
                  </li>
                ))}
            </ul>
          </section>
        ))}
    </details>
  );
}

/** An address that opens an annotation where it leads. */
export function noteAddress(path: string, id: string): string {
  return `${path}?note=${id}`;
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > 140 ? `${line.slice(0, 138).trimEnd()} …` : line;
}
