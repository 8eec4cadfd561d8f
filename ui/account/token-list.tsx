"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import type { TokenScope } from "@/core/viewer/token-scopes";
import { tokenScopes } from "@/core/viewer/token-scopes";
import { ActButton } from "../groups/act-button";
import { Field, Form } from "./form";
import styles from "./form.module.css";
import { readFields, useSending } from "./use-sending";

type TokenListProps = {
  tokens: readonly {
    readonly id: string;
    readonly name: string;
    readonly scopes: readonly TokenScope[];
    readonly lastUsedAt: string | null;
    readonly expiresAt: string | null;
  }[];
};

const answerSchema = z.object({ token: z.string() });
const anyDays = /^\d+$/;

/** What the reader's own programs sign in with: made here, shown once, ended here. */
export function TokenList({ tokens }: TokenListProps) {
  const t = useTranslations("Account");
  const format = useFormatter();
  const { send, isPending, reason } = useSending();
  const [token, setToken] = useState<string | null>(null);
  const day = (time: string) => format.dateTime(new Date(time), { dateStyle: "medium" });

  async function handleMake(field: (name: string) => string) {
    const days = anyDays.test(field("days")) ? Number(field("days")) : null;
    const body = { name: field("name"), scope: field("scope"), days };
    const sent = await send("POST", "/api/account/tokens", body);
    if (sent.ok) setToken(answerSchema.parse(sent.body).token);
  }

  return (
    <>
      {tokens.length > 0 && (
        <ul className={styles.list}>
          {tokens.map(({ id, name, scopes, lastUsedAt, expiresAt }) => (
            <li key={id}>
              <span>
                {name}
                <small>
                  {scopes.map((scope) => t(`tokens.scopes.${toKey(scope)}`)).join(", ")}
                  {" · "}
                  {lastUsedAt ? t("lastUsed", { date: day(lastUsedAt) }) : t("tokens.unused")}
                  {expiresAt && ` · ${t("tokens.until", { date: day(expiresAt) })}`}
                </small>
              </span>
              <ActButton
                method="DELETE"
                path={`/api/account/tokens/${id}`}
                label={t("tokens.revoke")}
                name={t("tokens.revokeNamed", { name })}
              />
            </li>
          ))}
        </ul>
      )}
      {token && (
        <div role="status">
          <p>{t("tokens.keep")}</p>
          <code className={styles.code}>{token}</code>
        </div>
      )}
      <Form
        submit={t("tokens.make")}
        isPending={isPending}
        reason={reason}
        onSubmit={(event) => void handleMake(readFields(event))}
      >
        <Field
          label={t("tokens.name")}
          hint={t("tokens.nameHint")}
          name="name"
          required
          maxLength={80}
        />
        <div className={styles.field}>
          <label htmlFor="token-scope">{t("tokens.scope")}</label>
          <select id="token-scope" name="scope">
            {tokenScopes.map((scope) => (
              <option key={scope} value={scope}>
                {t(`tokens.scopes.${toKey(scope)}`)}
              </option>
            ))}
          </select>
        </div>
        <Field
          label={t("tokens.days")}
          hint={t("tokens.daysHint")}
          name="days"
          type="number"
          min={1}
          max={3650}
          defaultValue={90}
        />
      </Form>
    </>
  );
}

/** A key of the messages has no colon. */
function toKey(scope: TokenScope): "read" | "write" {
  return scope === "annotations:read" ? "read" : "write";
}
