"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FormEvent } from "react";
import * as z from "zod/mini";
import { Form } from "../account/form";
import { useSending } from "../account/use-sending";
import { makeSession } from "../groups/make-session";

const answerSchema = z.object({ slug: z.string() });

/** Opens an article that somebody shows by a link, for an account that is made now where there is none. */
export function OpenArticle({ token }: { token: string }) {
  const t = useTranslations("Shared");
  const locale = useLocale();
  const { send, isPending, reason } = useSending();

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    await makeSession();
    const sent = await send("POST", "/api/share-links/open", { token });
    if (sent.ok) window.location.assign(`/${locale}/read/${answerSchema.parse(sent.body).slug}`);
  }

  return <Form submit={t("read")} isPending={isPending} reason={reason} onSubmit={handleSubmit} />;
}
