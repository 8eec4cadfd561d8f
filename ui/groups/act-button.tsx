"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import styles from "../account/form.module.css";
import { useSending } from "../account/use-sending";

type ActButtonProps = {
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  body?: unknown;
  label: string;
  /** Said to those who cannot see what the button stands beside. */
  name?: string;
  /** Asked before it is done, where it cannot be undone. */
  question?: string;
  /** Where to go afterwards, within the language; the same page anew by default. */
  then?: string;
};

/** One act on a group: done at once, or after a question, and then the page is shown as it is now. */
export function ActButton({ method, path, body, label, name, question, then }: ActButtonProps) {
  const t = useTranslations("Groups");
  const problem = useTranslations("Problem");
  const locale = useLocale();
  const { send, isPending, reason } = useSending();
  const [isAsking, setIsAsking] = useState(false);

  async function handleClick() {
    if (question && !isAsking) return setIsAsking(true);
    setIsAsking(false);
    const sent = await send(method, path, body ?? {});
    if (!sent.ok) return;
    if (then === undefined) window.location.reload();
    else window.location.assign(`/${locale}${then}`);
  }

  return (
    <span>
      {isAsking && <span role="alert">{question} </span>}
      {reason && <span role="alert">{problem(reason)} </span>}
      <button
        type="button"
        className={styles.small}
        aria-label={name && !isAsking ? name : undefined}
        disabled={isPending}
        onClick={handleClick}
      >
        {isAsking ? t("really") : label}
      </button>{" "}
      {isAsking && (
        <button type="button" className={styles.small} onClick={() => setIsAsking(false)}>
          {t("cancel")}
        </button>
      )}
    </span>
  );
}
