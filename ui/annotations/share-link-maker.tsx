"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import * as z from "zod/mini";
import { sendJson } from "../account/send-json";
import styles from "./audience.module.css";

type ShareLinkMakerProps = {
  target:
    | { readonly kind: "annotation"; readonly annotationId: string }
    | { readonly kind: "group"; readonly groupId: string }
    | { readonly kind: "notes" | "article"; readonly articleSlug: string };
};

const answerSchema = z.object({ path: z.string() });

/** Makes a link and shows it, once. Copying by hand works everywhere; the clipboard only over HTTPS. */
export function ShareLinkMaker({ target }: ShareLinkMakerProps) {
  const t = useTranslations("Audience");
  const locale = useLocale();
  const id = useId();
  const [link, setLink] = useState<string | null>(null);
  const [said, setSaid] = useState("");

  async function handleMake() {
    const sent = await sendJson("POST", "/api/share-links", target);
    if (!sent.ok) return setSaid(t("notMade"));
    const { path } = answerSchema.parse(sent.body);
    setLink(`${window.location.origin}/${locale}${path}`);
    setSaid(t("made"));
  }

  async function handleCopy(text: string) {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t("copied"));
    } catch {
      const field = document.getElementById(id);
      if (field instanceof HTMLInputElement) field.select();
      setSaid(t("copyByHand"));
    }
  }

  return (
    <div className={styles.link}>
      {link === null ? (
        <button type="button" className={styles.quiet} onClick={handleMake}>
          {t("make")}
        </button>
      ) : (
        <>
          <label htmlFor={id}>{t("linkLabel")}</label>
          <div className={styles.foot}>
            <input id={id} readOnly value={link} onFocus={(event) => event.target.select()} />
            <button type="button" className={styles.quiet} onClick={() => handleCopy(link)}>
              {t("copy")}
            </button>
          </div>
        </>
      )}
      <p role="status" className={styles.preview}>
        {said}
      </p>
    </div>
  );
}
