"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Field, Form } from "./form";
import { readFields, useSending } from "./use-sending";

export function RecoverForm() {
  const t = useTranslations("Account");
  const locale = useLocale();
  const { send, isPending, reason } = useSending();

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    const code = readFields(event)("code");
    const sent = await send("POST", "/api/auth/recover", { code });
    if (sent.ok) window.location.assign(`/${locale}/account`);
  }

  return (
    <Form
      submit={t("recover.submit")}
      isPending={isPending}
      reason={reason}
      onSubmit={handleSubmit}
    >
      <Field
        label={t("recover.code")}
        name="code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        required
      />
    </Form>
  );
}
