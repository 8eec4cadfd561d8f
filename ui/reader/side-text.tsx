"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Language } from "@/core/article/language";
import { keptSideHtml, type SidePart, sideKey } from "./side-html";
import styles from "./side-text.module.css";

type SideTextProps = SidePart & {
  className?: string;
  /** Called once the text stands in the document. */
  onShown: (language: Language) => void;
};

/**
 * One side of an article. The server sends its HTML once, in the page; in the browser the component adopts what is
 * there, and fetches it only where the server's page is not (a soft navigation, Back).
 */
export function SideText({ versionId, language, part, className, onShown }: SideTextProps) {
  const t = useTranslations("Reader");
  const locale = useLocale();
  const key = sideKey({ versionId, language, part });
  const [html, setHtml] = useState(() => initialHtml(key));
  const [hasFailed, setHasFailed] = useState(false);
  const shown = useRef(onShown);
  shown.current = onShown;

  useEffect(() => {
    if (html !== null) {
      shown.current(language);
      return;
    }
    if (hasFailed) return;
    const abort = new AbortController();
    fetchSide({ versionId, language, part }, abort.signal).then(setHtml, () => {
      if (!abort.signal.aborted) setHasFailed(true);
    });
    return () => abort.abort();
  }, [html, hasFailed, versionId, language, part]);

  if (html === null) {
    return (
      <section
        className={className}
        data-side={language}
        lang={language}
        aria-busy={!hasFailed}
        aria-label={t(`side.${language}`)}
      >
        {hasFailed ? (
          <p role="alert" lang={locale} className={styles.message}>
            {t("textFailed")}{" "}
            <button type="button" className={styles.retry} onClick={() => setHasFailed(false)}>
              {t("tryAgain")}
            </button>
          </p>
        ) : (
          <p lang={locale} className={styles.message}>
            {t("textLoading")}
          </p>
        )}
      </section>
    );
  }
  return (
    <section
      id={key}
      className={className}
      data-side={language}
      lang={language}
      aria-label={t(`side.${language}`)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by document/render-html from sanitised MDX
      dangerouslySetInnerHTML={{ __html: html }}
      suppressHydrationWarning
    />
  );
}

function initialHtml(key: string): string | null {
  if (typeof window === "undefined") return keptSideHtml(key);
  return document.getElementById(key)?.innerHTML ?? null;
}

async function fetchSide({ versionId, language, part }: SidePart, signal: AbortSignal) {
  // Kept by the browser for good: another build may render the same version otherwise, so it has another address.
  const address = `/api/articles/versions/${versionId}/${language}?part=${part}&build=${process.env.NEXT_PUBLIC_BUILD}`;
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`The text was refused: ${response.status}`);
  return response.text();
}
