"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Field, Form, Tick } from "./form";
import { nextPath } from "./next-path";
import { readFields, useSending } from "./use-sending";

export function SignInForm() {
  const t = useTranslations("Account");
  const locale = useLocale();
  const { send, isPending, reason } = useSending();

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    const field = readFields(event);
    const sent = await send("POST", "/api/auth/sign-in/password", {
      email: field("email"),
      password: field("password"),
      isShared: field("isShared") === "yes",
    });
    // A full load: nothing that was read as somebody else stays in memory.
    if (sent.ok) window.location.assign(nextPath(window.location.search, locale));
  }

  return (
    <Form submit={t("signIn")} isPending={isPending} reason={reason} onSubmit={handleSubmit}>
      <Field label={t("email")} name="email" type="email" autoComplete="username" required />
      <Field
        label={t("password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <Tick name="isShared" label={t("shared")} hint={t("sharedHint")} />
    </Form>
  );
}
