import { useTranslations } from "next-intl";
import type { FormEvent, KeyboardEvent } from "react";
import type { Language } from "@/core/article/language";
import styles from "./work-forms.module.css";

type InsertSentenceProps = {
  language: Language;
  onInsert: (text: string) => void;
  onCancel: () => void;
};

/** A field for a sentence that was missing. */
export function InsertSentence({ language, onInsert, onCancel }: InsertSentenceProps) {
  const t = useTranslations("Workbench.insert");

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("text") ?? "").replace(/\s+/g, " ");
    if (text.trim() !== "") onInsert(text.trim());
  }

  function handleKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === "Escape") onCancel();
  }

  return (
    <form className={styles.form} onSubmit={handleSubmit} onKeyDown={handleKeyDown}>
      <label className={styles.label}>
        {t(`label.${language}`)}
        <input
          name="text"
          lang={language}
          className={styles.field}
          maxLength={20_000}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the field was asked for by a key
          autoFocus
        />
      </label>
      <button type="submit" className={styles.submit}>
        {t("submit")}
      </button>
      <button type="button" className={styles.plain} onClick={onCancel}>
        {t("cancel")}
      </button>
    </form>
  );
}
