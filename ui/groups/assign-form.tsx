"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { Field, Form } from "../account/form";
import styles from "../account/form.module.css";
import { readFields, useSending } from "../account/use-sending";

type AssignFormProps = {
  groupId: string;
  articles: readonly { readonly slug: string; readonly title: string }[];
};

export function AssignForm({ groupId, articles }: AssignFormProps) {
  const t = useTranslations("Groups");
  const id = useId();
  const { send, isPending, reason } = useSending();

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    const field = readFields(event);
    const due = field("dueAt");
    const sent = await send("PUT", `/api/groups/${groupId}/assignments`, {
      articleSlug: field("article"),
      task: field("task"),
      dueAt: due === "" ? null : new Date(due).toISOString(),
    });
    if (sent.ok) window.location.reload();
  }

  return (
    <Form submit={t("assign")} isPending={isPending} reason={reason} onSubmit={handleSubmit}>
      <div className={styles.field}>
        <label htmlFor={id}>{t("article")}</label>
        <select id={id} name="article" required>
          {articles.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <Field label={t("task")} name="task" maxLength={2000} autoComplete="off" />
      <Field label={t("dueAt")} name="dueAt" type="datetime-local" />
    </Form>
  );
}
