"use client";

import { type CSSProperties, useEffect, useRef } from "react";
import type { Language } from "@/core/article/language";
import { languages } from "@/core/article/language";
import { lightSentences } from "@/ui/reader/light-sentences";
import styles from "@/ui/reader/reading-page.module.css";

type PreviewTextProps = {
  html: Readonly<Record<Language, string>>;
  rowCount: number;
  labels: Readonly<Record<Language, string>>;
};

/** Both sides as the reading page sets them; sentences light up with their counterparts. */
export function PreviewText({ html, rowCount, labels }: PreviewTextProps) {
  const container = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other sentences
  useEffect(() => {
    if (container.current) return lightSentences(container.current);
  }, [html.de, html.en]);

  const rows: CSSProperties & { "--rows": number } = { "--rows": rowCount };
  return (
    <div ref={container} className={styles.text} style={rows}>
      {languages.map((language) => (
        <section
          key={language}
          className={styles.side}
          data-side={language}
          lang={language}
          aria-label={labels[language]}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: made by document/render-html from sanitised MDX
          dangerouslySetInnerHTML={{ __html: html[language] }}
        />
      ))}
    </div>
  );
}
