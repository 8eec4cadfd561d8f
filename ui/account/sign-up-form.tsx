"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import * as z from "zod/mini";
import { Field, Form } from "./form";
import { nextPath } from "./next-path";
import { readFields, useSending } from "./use-sending";

const answerSchema = z.object({ viewer: z.nullable(z.object({ id: z.string() })) });

export function SignUpForm() {
  const t = useTranslations("Account");
  const locale = useLocale();
  const { send, isPending, reason } = useSending();
  const [isMailed, setIsMailed] = useState(false);

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    const field = readFields(event);
    const [name, email, password] = [field("name"), field("email"), field("password")];
    const sent = await send("POST", "/api/auth/sign-up", { name, email, password });
    if (!sent.ok) return;
    if (answerSchema.parse(sent.body).viewer === null) return setIsMailed(true);
    window.location.assign(nextPath(window.location.search, locale));
  }

  if (isMailed) return <p role="status">{t("confirmMailed")}</p>;
  return (
    <Form submit={t("signUp")} isPending={isPending} reason={reason} onSubmit={handleSubmit}>
      <Field
        label={t("name")}
        hint={t("nameHint")}
        name="name"
        autoComplete="name"
        maxLength={80}
        required
      />
      <Field label={t("email")} name="email" type="email" autoComplete="username" required />
      <NewPassword />
    </Form>
  );
}

/** Long is what makes it safe; no rule about signs and figures. */
export function NewPassword() {
  const t = useTranslations("Account");
  return (
    <Field
      label={t("newPassword")}
      hint={t("newPasswordHint")}
      name="password"
      type="password"
      autoComplete="new-password"
      minLength={10}
      maxLength={128}
      required
    />
  );
}
