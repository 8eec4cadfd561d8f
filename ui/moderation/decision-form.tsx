"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import type { Decision, ModerationTarget } from "@/core/moderation/moderation-input";
import { useSending } from "../account/use-sending";
import styles from "./moderation.module.css";

type DecisionFormProps = {
  target: ModerationTarget;
  decisions: readonly Decision[];
};

/** What can be decided about one thing, with a word for the log; the page is shown anew afterwards. */
export function DecisionForm({ target, decisions }: DecisionFormProps) {
  const t = useTranslations("Moderation");
  const problem = useTranslations("Problem");
  const id = useId();
  const { send, isPending, reason } = useSending();

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const words = new FormData(event.currentTarget).get("reason");
    const sent = await send("POST", "/api/moderation/decisions", {
      ...{ target, decision: submitter?.getAttribute("value"), reason: words },
    });
    if (sent.ok) window.location.reload();
  }

  return (
    <form className={styles.decide} onSubmit={handleSubmit}>
      <label htmlFor={id}>{t("reason")}</label>
      <input id={id} name="reason" maxLength={1000} autoComplete="off" />
      {reason && <p role="alert">{problem(reason)}</p>}
      <div>
        {decisions.map((decision) => (
          <button key={decision} type="submit" value={decision} disabled={isPending}>
            {t(`decisions.${decision}`)}
          </button>
        ))}
      </div>
    </form>
  );
}
