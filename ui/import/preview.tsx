import { useTranslations } from "next-intl";
import { type Language, languages } from "@/core/article/language";
import type { Imported } from "@/core/import/import-result";
import { Link } from "@/i18n/navigation";
import { Ending, Title } from "@/ui/reader/reading-page";
import reading from "@/ui/reader/reading-page.module.css";
import styles from "./import-page.module.css";
import { PreviewText } from "./preview-text";

type PreviewProps = {
  id: string;
  heads: Imported["heads"];
  /** Which of how many, from 1. */
  part: number;
  parts: number;
  html: Readonly<Record<Language, string>>;
  rowCount: number;
};

/** The article as the reading page will show it. */
export function Preview({ id, heads, part, parts, html, rowCount }: PreviewProps) {
  const t = useTranslations("ImportPage");
  const reader = useTranslations("Reader");
  return (
    <section className={styles.preview} aria-labelledby="preview">
      <header className={styles.previewHead}>
        <h2 id="preview">{t("preview")}</h2>
        <p className={styles.hint}>{t("previewHint")}</p>
      </header>
      <div className={`${reading.page} ${styles.paper}`} data-layout="parallel">
        {languages.map((language) => (
          <Title key={language} heads={heads} language={language} isDraft />
        ))}
        <PreviewText
          html={html}
          rowCount={rowCount}
          labels={{ de: reader("side.de"), en: reader("side.en") }}
        />
        {languages.map((language) => (
          <Ending key={language} language={language} frontMatter={heads[language].frontMatter} />
        ))}
      </div>
      {parts > 1 && (
        <nav className={styles.parts} aria-label={t("parts")}>
          {Array.from({ length: parts }, (_, index) => index + 1).map((number) => (
            <Link
              key={number}
              href={`/import/${id}?part=${number}#preview`}
              aria-current={number === part ? "page" : undefined}
            >
              {t("part", { number })}
            </Link>
          ))}
        </nav>
      )}
    </section>
  );
}
