"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import * as z from "zod/mini";
import { Field, Form } from "../account/form";
import styles from "../account/form.module.css";
import { readFields, useSending } from "../account/use-sending";

const answerSchema = z.object({ path: z.string() });

/** Makes a link into the group, or sends it to somebody; it is shown once. */
export function InviteForm({ groupId, mayInviteModerators }: InviteFormProps) {
  const t = useTranslations("Groups");
  const locale = useLocale();
  const roleId = useId();
  const { send, isPending, reason } = useSending();
  const [link, setLink] = useState<string | null>(null);

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    const field = readFields(event);
    const sent = await send("POST", `/api/groups/${groupId}/invitations`, {
      role: field("role"),
      days: field("days") === "" ? null : Number(field("days")),
      maxUses: field("maxUses") === "" ? null : Number(field("maxUses")),
      email: field("email") === "" ? null : field("email"),
    });
    if (!sent.ok) return setLink(null);
    setLink(`${window.location.origin}/${locale}${answerSchema.parse(sent.body).path}`);
  }

  const roles = mayInviteModerators
    ? (["member", "reader", "moderator"] as const)
    : (["member", "reader"] as const);
  return (
    <>
      <Form submit={t("invite")} isPending={isPending} reason={reason} onSubmit={handleSubmit}>
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
      {link && (
        <div role="status">
          <p>{t("linkMade")}</p>
          <code className={styles.code}>{link}</code>
        </div>
      )}
    </>
  );
}

type InviteFormProps = { groupId: string; mayInviteModerators: boolean };
