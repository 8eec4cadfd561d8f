"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { forgetBrowser } from "./forget-browser";
import { Field, Form, Tick } from "./form";
import { readFields, useSending } from "./use-sending";

export function DeleteForm({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations("Account");
  const locale = useLocale();
  const { send, isPending, reason } = useSending();
  const [isUnsure, setIsUnsure] = useState(false);

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    const field = readFields(event);
    if (field("isSure") !== "yes") return setIsUnsure(true);
    setIsUnsure(false);
    const password = hasPassword ? field("current") : null;
    const sent = await send("DELETE", "/api/account", { password });
    if (!sent.ok) return;
    await forgetBrowser();
    window.location.assign(`/${locale}`);
  }

  return (
    <Form
      kind="danger"
      submit={t("delete.submit")}
      isPending={isPending}
      reason={reason}
      done={isUnsure ? t("delete.unsure") : null}
      onSubmit={handleSubmit}
    >
      {hasPassword && (
        <Field
          label={t("currentPassword")}
          name="current"
          type="password"
          autoComplete="current-password"
          required
        />
      )}
      <Tick name="isSure" label={t("delete.sure")} />
    </Form>
  );
}
