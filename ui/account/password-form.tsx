"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Field, Form } from "./form";
import { NewPassword } from "./sign-up-form";
import { readFields, useSending } from "./use-sending";

export function PasswordForm() {
  const t = useTranslations("Account");
  const { send, isPending, reason } = useSending();
  const [isSaved, setIsSaved] = useState(false);

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    const field = readFields(event);
    const body = { current: field("current"), password: field("password") };
    const sent = await send("PUT", "/api/account/password", body);
    setIsSaved(sent.ok);
    if (sent.ok) form.reset();
  }

  return (
    <Form
      submit={t("changePassword")}
      isPending={isPending}
      reason={reason}
      done={isSaved ? t("passwordChanged") : null}
      onSubmit={handleSubmit}
    >
      <Field
        label={t("currentPassword")}
        name="current"
        type="password"
        autoComplete="current-password"
        required
      />
      <NewPassword />
    </Form>
  );
}
