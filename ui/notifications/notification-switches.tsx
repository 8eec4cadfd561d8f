"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type NotificationKind, notificationKinds } from "@/core/notification/notification";
import { useSending } from "../account/use-sending";
import styles from "./notification-switches.module.css";

type NotificationSwitchesProps = {
  /** What is not named is on. */
  settings: Readonly<Partial<Record<NotificationKind, boolean>>>;
};

/** One switch for each kind of notification; each is saved as soon as it is turned. */
export function NotificationSwitches({ settings }: NotificationSwitchesProps) {
  const t = useTranslations("Notifications");
  const problem = useTranslations("Problem");
  const [states, setStates] = useState(settings);
  const { reason, send } = useSending();

  async function turn(kind: NotificationKind, isOn: boolean) {
    setStates((before) => ({ ...before, [kind]: isOn }));
    const sent = await send("PUT", "/api/notifications/settings", { kind, isOn });
    if (!sent.ok) setStates((before) => ({ ...before, [kind]: !isOn }));
  }

  return (
    <fieldset className={styles.switches}>
      <legend>{t("settings")}</legend>
      {notificationKinds.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={states[kind] ?? true}
            onChange={(event) => turn(kind, event.target.checked)}
          />
          {t(`switches.${kind}`)}
        </label>
      ))}
      <p role="alert">{reason && problem(reason)}</p>
    </fieldset>
  );
}
