"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import styles from "./form.module.css";
import { useSending } from "./use-sending";

const answerSchema = z.object({ code: z.string() });

export function RecoveryCode({ since }: { since: string | null }) {
  const t = useTranslations("Account");
  const format = useFormatter();
  const problem = useTranslations("Problem");
  const { send, isPending, reason } = useSending();
  const [code, setCode] = useState<string | null>(null);

  async function handleMake() {
    const sent = await send("POST", "/api/account/recovery-code", {});
    if (sent.ok) setCode(answerSchema.parse(sent.body).code);
  }

  return (
    <>
      {code && (
        <div role="status">
          <p>{t("recovery.keep")}</p>
          <code className={styles.code}>{code}</code>
        </div>
      )}
      {!code && since && (
        <p>
          {t("recovery.since", {
            date: format.dateTime(new Date(since), { dateStyle: "long" }),
          })}
        </p>
      )}
      {reason && <p role="alert">{problem(reason)}</p>}
      <p>
        <button type="button" className={styles.small} disabled={isPending} onClick={handleMake}>
          {since || code ? t("recovery.again") : t("recovery.make")}
        </button>
      </p>
    </>
  );
}
