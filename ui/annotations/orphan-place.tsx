import { useTranslations } from "next-intl";
import type { Language } from "@/core/article/language";
import { wordDiff } from "@/core/text/word-diff";
import styles from "./orphan-place.module.css";

type OrphanPlaceProps = {
  /** The words that were marked. */
  was: string;
  /** What stands there now; `null` where nothing of the place is left. */
  now: string | null;
  language: Language;
  /** Left out where the annotation is another's. */
  onReattach?: () => void;
};

/** An annotation without a place: its old words, what became of them, and the way to a new place. */
export function OrphanPlace({ was, now, language, onReattach }: OrphanPlaceProps) {
  const t = useTranslations("Orphan");
  return (
    <div className={styles.place}>
      {now === null ? (
        <p>{t("nothing")}</p>
      ) : (
        <details>
          <summary>{t("compare")}</summary>
          <p lang={language} className={styles.diff}>
            {wordDiff(was, now).map(({ kind, text }, index) => {
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are drawn anew as a whole
              if (kind === "gone") return <del key={index}>{text}</del>;
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are drawn anew as a whole
              if (kind === "new") return <ins key={index}>{text}</ins>;
              return text;
            })}
          </p>
        </details>
      )}
      {onReattach && (
        <button type="button" className={styles.reattach} onClick={onReattach}>
          {t("reattach")}
        </button>
      )}
    </div>
  );
}
