"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { countUnsaved, forgetBrowser } from "./forget-browser";
import styles from "./form.module.css";
import { useSending } from "./use-sending";

type LeaveProps = { isAnonymous: boolean; hasRecoveryCode: boolean };

/** Ends the session in this browser and takes everything of it along; asks where something would be lost. */
export function Leave({ isAnonymous, hasRecoveryCode }: LeaveProps) {
  const t = useTranslations("Account");
  const problem = useTranslations("Problem");
  const locale = useLocale();
  const { send, isPending, reason } = useSending();
  const [warning, setWarning] = useState<string | null>(null);

  async function handleLeave() {
    const unsaved = await countUnsaved();
    const isLost = isAnonymous && !hasRecoveryCode;
    if (warning === null && unsaved > 0) return setWarning(t("leave.unsaved", { count: unsaved }));
    if (warning === null && isLost) return setWarning(t("leave.lost"));
    const sent = await send("POST", "/api/auth/sign-out", {});
    if (!sent.ok) return;
    await forgetBrowser();
    window.location.assign(`/${locale}`);
  }

  return (
    <>
      {warning && <p role="alert">{warning}</p>}
      {reason && <p role="alert">{problem(reason)}</p>}
      <p>
        <button type="button" className={styles.small} disabled={isPending} onClick={handleLeave}>
          {warning ? t("leave.still") : isAnonymous ? t("leave.notYou") : t("leave.signOut")}
        </button>{" "}
        {warning && (
          <button type="button" className={styles.small} onClick={() => setWarning(null)}>
            {t("cancel")}
          </button>
        )}
      </p>
    </>
  );
}
