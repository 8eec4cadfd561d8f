"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FormEvent } from "react";
import * as z from "zod/mini";
import { Field, Form } from "../account/form";
import { readFields, useSending } from "../account/use-sending";
import { makeSession } from "./make-session";

type JoinFormProps = { token: string; needsName: boolean };

const answerSchema = z.object({ groupId: z.uuid() });

export function JoinForm({ token, needsName }: JoinFormProps) {
  const t = useTranslations("Groups");
  const locale = useLocale();
  const { send, isPending, reason } = useSending();

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    const name = readFields(event)("name");
    await makeSession();
    const body = { token, name: needsName ? name : null };
    const sent = await send("POST", "/api/groups/join", body);
    if (!sent.ok) return;
    window.location.assign(`/${locale}/groups/${answerSchema.parse(sent.body).groupId}`);
  }

  return (
    <Form submit={t("join")} isPending={isPending} reason={reason} onSubmit={handleSubmit}>
      {needsName && (
        <Field
          label={t("yourName")}
          hint={t("yourNameHint")}
          name="name"
          autoComplete="name"
          maxLength={80}
          required
        />
      )}
    </Form>
  );
}
