"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { sendJson } from "../account/send-json";
import styles from "./audience.module.css";
import { MadeLink } from "./made-link";

const answerSchema = z.object({ path: z.string() });

/** Makes a link to an annotation, beside it. */
export function ShareLinkMaker({ annotationId }: { annotationId: string }) {
  const t = useTranslations("Audience");
  const locale = useLocale();
  const [link, setLink] = useState<string | null>(null);
  const [hasFailed, setHasFailed] = useState(false);

  async function handleMake() {
    const sent = await sendJson("POST", "/api/share-links", { kind: "annotation", annotationId });
    setHasFailed(!sent.ok);
    if (!sent.ok) return;
    const { path } = answerSchema.parse(sent.body);
    setLink(`${window.location.origin}/${locale}${path}`);
  }

  return (
    <div className={styles.link}>
      {link !== null && <MadeLink link={link} />}
      {link === null && (
        <>
          <button type="button" className={styles.quiet} onClick={handleMake}>
            {t("make")}
          </button>
          <p role="status" className={styles.preview}>
            {hasFailed && t("notMade")}
          </p>
        </>
      )}
    </div>
  );
}
