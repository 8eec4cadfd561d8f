"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Field, Form } from "./form";
import { readFields, useSending } from "./use-sending";

export function NameForm({ name }: { name: string }) {
  const t = useTranslations("Account");
  const { send, isPending, reason } = useSending();
  const [isSaved, setIsSaved] = useState(false);

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    const wanted = readFields(event)("name");
    setIsSaved((await send("PATCH", "/api/account", { name: wanted })).ok);
  }

  return (
    <Form
      submit={t("save")}
      isPending={isPending}
      reason={reason}
      done={isSaved ? t("saved") : null}
      onSubmit={handleSubmit}
    >
      <Field
        label={t("name")}
        hint={t("nameHint")}
        name="name"
        defaultValue={name}
        autoComplete="name"
        maxLength={80}
        required
      />
    </Form>
  );
}
