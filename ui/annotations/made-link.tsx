"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import styles from "./audience.module.css";

/** A link that is shown once. Copying by hand works everywhere; the clipboard only over HTTPS. */
export function MadeLink({ link }: { link: string }) {
  const t = useTranslations("Audience");
  const id = useId();
  const [said, setSaid] = useState<"made" | "copied" | "copyByHand">("made");

  async function handleCopy() {
    try {
      await navigator.clipboard.writeText(link);
      setSaid("copied");
    } catch {
      const field = document.getElementById(id);
      if (field instanceof HTMLInputElement) field.select();
      setSaid("copyByHand");
    }
  }

  return (
    <>
      <label htmlFor={id}>{t("linkLabel")}</label>
      <div className={styles.foot}>
        <input id={id} readOnly value={link} onFocus={(event) => event.target.select()} />
        <button type="button" className={styles.copy} onClick={handleCopy}>
          {t("copy")}
        </button>
      </div>
      <p role="status" className={styles.preview}>
        {t(said)}
      </p>
    </>
  );
}
