"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { describeBrowser } from "./describe-browser";
import styles from "./form.module.css";
import { useSending } from "./use-sending";

export type ShownSession = {
  readonly id: string;
  readonly userAgent: string | null;
  readonly lastUsedAt: string;
  readonly isCurrent: boolean;
};

/** Where the account is open, and a way to end each of them but this one. */
export function SessionList({ sessions }: { sessions: readonly ShownSession[] }) {
  const t = useTranslations("Account");
  const format = useFormatter();
  const { send, isPending, reason } = useSending();
  const [ended, setEnded] = useState<readonly string[]>([]);

  async function handleEnd(id: string) {
    const sent = await send("DELETE", `/api/account/sessions/${encodeURIComponent(id)}`, {});
    if (sent.ok || sent.reason === "not-found") setEnded([...ended, id]);
  }

  const open = sessions.filter(({ id }) => !ended.includes(id));
  return (
    <>
      <ul className={styles.list}>
        {open.map(({ id, userAgent, lastUsedAt, isCurrent }) => {
          const { browser, system } = describeBrowser(userAgent);
          const name = t("browser", { browser: browser ?? "?", system: system ?? "?" });
          return (
            <li key={id}>
              <span>
                {name}
                <small>
                  {isCurrent
                    ? t("thisBrowser")
                    : t("lastUsed", {
                        date: format.dateTime(new Date(lastUsedAt), { dateStyle: "medium" }),
                      })}
                </small>
              </span>
              {!isCurrent && (
                <button
                  type="button"
                  className={styles.small}
                  disabled={isPending}
                  aria-label={t("endNamed", { name })}
                  onClick={() => handleEnd(id)}
                >
                  {t("end")}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <p role="status" className="visually-hidden">
        {ended.length > 0 && t("ended")}
      </p>
      {reason && reason !== "not-found" && <p role="alert">{t("notEnded")}</p>}
    </>
  );
}
