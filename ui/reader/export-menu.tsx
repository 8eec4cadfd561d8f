import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import styles from "./export-menu.module.css";

const formats = ["epub", "html", "tmx", "xliff", "xliff12", "tsv", "mdx"] as const;

/** The text as a file, for reading elsewhere and for other programs; a list of links, without JavaScript too. */
export function ExportMenu({ slug }: { slug: string }) {
  const t = useTranslations("ExportMenu");
  return (
    <details className={styles.menu}>
      <summary>
        <Download size={16} strokeWidth={1.75} aria-hidden="true" />
        {t("open")}
      </summary>
      <ul aria-label={t("title")}>
        {formats.map((format) => (
          <li key={format}>
            <a href={`/api/articles/${slug}/export/${format}`} download>
              {t(format)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
