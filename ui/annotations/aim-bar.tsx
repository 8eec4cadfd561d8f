import { useTranslations } from "next-intl";
import type { Language } from "@/core/article/language";
import styles from "./aim-bar.module.css";

/** What the next passage is for: a new place of an annotation, or its counterpart in the other language. */
export type Aim = {
  readonly id: string;
  readonly what: "anchor" | "twin";
  readonly side: Language;
};

type AimBarProps = {
  aim: Aim;
  /** Whether a passage of the right side is selected. */
  isReady: boolean;
  onTake: () => void;
  onCancel: () => void;
};

/** Stays at the foot of the page while the reader looks for a passage. */
export function AimBar({ aim, isReady, onTake, onCancel }: AimBarProps) {
  const t = useTranslations("Aim");
  return (
    <div role="toolbar" aria-label={t("label")} className={styles.bar}>
      <p role="status">{t(aim.what, { side: aim.side })}</p>
      <button type="button" className={styles.take} disabled={!isReady} onClick={onTake}>
        {t("take")}
      </button>
      <button type="button" className={styles.cancel} onClick={onCancel}>
        {t("cancel")}
      </button>
    </div>
  );
}
