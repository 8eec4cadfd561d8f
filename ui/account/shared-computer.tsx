"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import styles from "./form.module.css";
import { useSending } from "./use-sending";

/** Lets the session end with the browser. */
export function SharedComputer() {
  const t = useTranslations("Account");
  const problem = useTranslations("Problem");
  const { send, isPending, reason } = useSending();
  const [isShared, setIsShared] = useState(false);

  async function handleClick() {
    setIsShared((await send("POST", "/api/account/sessions", { isShared: true })).ok);
  }

  return (
    <>
      <p role="status">{isShared && t("isShared")}</p>
      {reason && <p role="alert">{problem(reason)}</p>}
      {!isShared && (
        <p>
          <button type="button" className={styles.small} disabled={isPending} onClick={handleClick}>
            {t("makeShared")}
          </button>
        </p>
      )}
    </>
  );
}
