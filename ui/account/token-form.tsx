"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { Form } from "./form";
import { NewPassword } from "./sign-up-form";
import { readFields, useSending } from "./use-sending";

type TokenFormProps = {
  /** What the link of the mail is for. */
  use: "link" | "confirm" | "reset";
  /** Shown where the address holds no token. */
  children: ReactNode;
};

const ways = {
  link: { method: "PUT", path: "/api/auth/sign-in/link", after: "" },
  confirm: { method: "POST", path: "/api/auth/confirm", after: "/sign-in" },
  reset: { method: "PUT", path: "/api/auth/reset", after: "/sign-in" },
} as const;

/**
 * Uses the link of a mail, on a click: programs that look through mail follow links. The token stands behind the `#` of
 * the address, which no server ever sees, and goes from there at once.
 */
export function TokenForm({ use, children }: TokenFormProps) {
  const t = useTranslations("Account");
  const locale = useLocale();
  const { send, isPending, reason } = useSending();
  const [token, setToken] = useState<string | null>(null);

  useEffect(() => {
    const found = window.location.hash.slice(1);
    if (found === "") return;
    setToken(found);
    window.history.replaceState(null, "", window.location.pathname);
  }, []);

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    const password = readFields(event)("password");
    const { method, path, after } = ways[use];
    const sent = await send(method, path, use === "reset" ? { token, password } : { token });
    if (sent.ok) window.location.assign(`/${locale}${after}`);
  }

  if (token === null) return children;
  return (
    <Form submit={t(`use.${use}`)} isPending={isPending} reason={reason} onSubmit={handleSubmit}>
      {use === "reset" && <NewPassword />}
      {use === "link" && <p>{t("linkMoves")}</p>}
    </Form>
  );
}
