"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Field, Form } from "./form";
import { readFields, useSending } from "./use-sending";

type MailFormProps = {
  /** Where a link is asked for. */
  path: "/api/auth/reset" | "/api/auth/sign-in/link";
  submit: string;
};

/** Asks for a link by mail. What it says afterwards is the same whether there is an account or not. */
export function MailForm({ path, submit }: MailFormProps) {
  const t = useTranslations("Account");
  const { send, isPending, reason } = useSending();
  const [isSent, setIsSent] = useState(false);

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    const email = readFields(event)("email");
    setIsSent((await send("POST", path, { email })).ok);
  }

  return (
    <Form
      submit={submit}
      isPending={isPending}
      reason={reason}
      done={isSent ? t("mailed") : null}
      onSubmit={handleSubmit}
    >
      <Field label={t("email")} name="email" type="email" autoComplete="username" required />
    </Form>
  );
}
