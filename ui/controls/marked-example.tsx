import { useTranslations } from "next-intl";
import styles from "./marked-example.module.css";

/** One sentence in both languages as a reader leaves it: marked, its twin dotted, a note beside it. */
export function MarkedExample() {
  const t = useTranslations("About.example");
  return (
    <figure className={styles.example}>
      <div className={styles.row}>
        <p lang="de">
          {t.rich("de", {
            mark: (words) => <mark data-paint="highlight-green">{words}</mark>,
          })}
        </p>
        <p lang="en">
          {t.rich("en", { mark: (words) => <mark data-paint="twin-green">{words}</mark> })}
        </p>
        <p className={styles.note}>{t("note")}</p>
      </div>
      <figcaption>{t("caption")}</figcaption>
    </figure>
  );
}
