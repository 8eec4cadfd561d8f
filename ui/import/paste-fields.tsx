"use client";

import { useTranslations } from "next-intl";
import styles from "./import-form.module.css";
import type { PastedTexts } from "./pasted-texts";

type PasteFieldsProps = {
  texts: PastedTexts;
  onChange: (texts: PastedTexts) => void;
};

/** One field for a text with both languages, or one for each. What was pasted stays when the number of fields changes. */
export function PasteFields({ texts, onChange }: PasteFieldsProps) {
  const t = useTranslations("ImportPage");
  const { isTwo, first, second } = texts;
  return (
    <div className={styles.paste}>
      <fieldset className={styles.panes}>
        <legend className="visually-hidden">{t("layout")}</legend>
        {[false, true].map((each) => (
          <label key={String(each)}>
            <input
              type="radio"
              name="panes"
              checked={isTwo === each}
              onChange={() => onChange({ ...texts, isTwo: each })}
            />
            {t(each ? "twoTexts" : "oneText")}
          </label>
        ))}
      </fieldset>
      <div className={styles.fields} data-two={isTwo || undefined}>
        <label className={styles.field}>
          <span>{t(isTwo ? "german" : "both")}</span>
          {!isTwo && <span className={styles.hint}>{t("bothHint")}</span>}
          <textarea
            name="text"
            rows={14}
            value={first}
            spellCheck={false}
            lang={isTwo ? "de" : undefined}
            onChange={(event) => onChange({ ...texts, first: event.target.value })}
          />
        </label>
        {isTwo && (
          <label className={styles.field}>
            <span>{t("english")}</span>
            <textarea
              name="text"
              rows={14}
              value={second}
              spellCheck={false}
              lang="en"
              onChange={(event) => onChange({ ...texts, second: event.target.value })}
            />
          </label>
        )}
      </div>
    </div>
  );
}
