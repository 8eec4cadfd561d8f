"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { StoredAnnotation } from "@/core/annotation/annotation";
import { Link } from "@/i18n/navigation";
import { NoteBody } from "../annotations/note-body";
import { ReportButton } from "../annotations/report-button";
import styles from "./shared-notes.module.css";

type SharedNotesProps = {
  token: string;
  annotations: readonly (StoredAnnotation & { readonly title: string })[];
};

const askAgainMs = 10_000;

/** What a link shows, for as long as the link is good: an open page asks again, and shows nothing once it is not. */
export function SharedNotes({ token, annotations }: SharedNotesProps) {
  const t = useTranslations("Shared");
  const isGone = useIsGone(token);
  if (isGone) return <p role="alert">{t("gone")}</p>;
  if (annotations.length === 0) return <p>{t("empty")}</p>;
  return (
    <ol className={styles.notes}>
      {annotations.map(({ id, title, anchor, note, author, articleSlug, colour }) => (
        <li key={id} className={styles.note} data-colour={colour}>
          <blockquote lang={anchor.side}>{anchor.exact}</blockquote>
          {note && (
            <div className={styles.body}>
              <NoteBody note={note} />
            </div>
          )}
          <p className={styles.source}>
            {author.name ?? t("nameless")} ·{" "}
            <Link href={`/read/${articleSlug}`} prefetch={false}>
              {title}
            </Link>{" "}
            <ReportButton className={styles.report} annotationId={id} token={token} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function useIsGone(token: string): boolean {
  const [isGone, setIsGone] = useState(false);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;

    async function ask() {
      if (document.hidden) return;
      try {
        const response = await fetch(`/api/shared/${encodeURIComponent(token)}`, {
          cache: "no-store",
          referrerPolicy: "no-referrer",
          signal,
        });
        if (response.status === 410) setIsGone(true);
      } catch {
        // No connection: what was shown stays.
      }
    }

    const timer = setInterval(ask, askAgainMs);
    document.addEventListener("visibilitychange", ask, { signal });
    window.addEventListener("focus", ask, { signal });
    window.addEventListener("pageshow", ask, { signal });
    return () => {
      leaving.abort();
      clearInterval(timer);
    };
  }, [token]);
  return isGone;
}
