"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import form from "@/ui/account/form.module.css";
import { useSending } from "@/ui/account/use-sending";
import styles from "./publication-act.module.css";

type PublicationActProps = {
  path: string;
  /** For whom the article is to be; `null` deletes it. */
  body: { readonly audience: string; readonly groupId?: string } | null;
  label: string;
  /** Asked before it is done, where it takes something away from readers. */
  question?: string;
};

/** One act on the article as a whole: done at once, or after a question, and then the page is shown as it is now. */
export function PublicationAct({ path, body, label, question }: PublicationActProps) {
  const t = useTranslations("Publication");
  const problem = useTranslations("Problem");
  const locale = useLocale();
  const { send, isPending, reason } = useSending();
  const [isAsking, setIsAsking] = useState(false);

  async function handleClick() {
    if (question && !isAsking) return setIsAsking(true);
    const sent = await send(body ? "PUT" : "DELETE", path, body ?? {});
    if (!sent.ok) return;
    // Whoever cannot see it any more is shown the library.
    if (body && body.audience !== "draft") window.location.reload();
    else window.location.assign(`/${locale}`);
  }

  return (
    <span className={styles.act}>
      {isAsking && <span role="alert">{question}</span>}
      {reason && <span role="alert">{problem(reason)}</span>}
      <span className={styles.buttons}>
        <button
          type="button"
          className={form.submit}
          data-kind={question ? "danger" : "quiet"}
          disabled={isPending}
          onClick={handleClick}
        >
          {isAsking ? t("really") : label}
        </button>
        {isAsking && (
          <button type="button" className={form.small} onClick={() => setIsAsking(false)}>
            {t("cancel")}
          </button>
        )}
      </span>
    </span>
  );
}
