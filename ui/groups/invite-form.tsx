"use client";

import { useTranslations } from "next-intl";
import { useActionState, useId } from "react";
import { Field, Form } from "../account/form";
import styles from "../account/form.module.css";
import type { MakeLink } from "../sharing/link-form";

type InviteFormProps = { groupId: string; mayInviteModerators: boolean; invite: MakeLink };

/** Makes a link into the group, or sends it to somebody; it is shown once. */
export function InviteForm({ groupId, mayInviteModerators, invite }: InviteFormProps) {
  const t = useTranslations("Groups");
  const roleId = useId();
  const [state, submit, isPending] = useActionState(invite, null);
  const reason = state && "reason" in state ? state.reason : null;
  const roles = mayInviteModerators
    ? (["member", "reader", "moderator"] as const)
    : (["member", "reader"] as const);
  return (
    <>
      <Form submit={t("invite")} isPending={isPending} reason={reason} action={submit}>
        <input type="hidden" name="groupId" value={groupId} />
        <div className={styles.field}>
          <label htmlFor={roleId}>{t("as")}</label>
          <select id={roleId} name="role">
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`roles.${role}`)}
              </option>
            ))}
          </select>
        </div>
        <Field label={t("days")} name="days" type="number" min={1} max={365} defaultValue={14} />
        <Field label={t("maxUses")} hint={t("maxUsesHint")} name="maxUses" type="number" min={1} />
        <Field label={t("email")} hint={t("emailHint")} name="email" type="email" />
      </Form>
      {state && "link" in state && (
        <div role="status" className={styles.made}>
          <p>{t("linkMade")}</p>
          <code className={styles.code}>{state.link}</code>
        </div>
      )}
    </>
  );
}
