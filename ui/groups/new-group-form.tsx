"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FormEvent } from "react";
import * as z from "zod/mini";
import { Field, Form } from "../account/form";
import { readFields, useSending } from "../account/use-sending";
import { makeSession } from "./make-session";

const answerSchema = z.object({ id: z.uuid() });

export function NewGroupForm() {
  const t = useTranslations("Groups");
  const locale = useLocale();
  const { send, isPending, reason } = useSending();

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    const field = readFields(event);
    const body = { name: field("name"), description: field("description") };
    await makeSession();
    const sent = await send("POST", "/api/groups", body);
    if (sent.ok) window.location.assign(`/${locale}/groups/${answerSchema.parse(sent.body).id}`);
  }

  return (
    <Form submit={t("create")} isPending={isPending} reason={reason} onSubmit={handleSubmit}>
      <Field label={t("name")} name="name" autoComplete="off" maxLength={80} required />
      <Field label={t("description")} name="description" autoComplete="off" maxLength={2000} />
    </Form>
  );
}
