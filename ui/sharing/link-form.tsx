"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import type { Reason } from "../account/send-json";
import styles from "../annotations/audience.module.css";
import { MadeLink } from "../annotations/made-link";

type LinkState = { readonly link: string } | { readonly reason: Reason } | null;
export type MakeLink = (state: LinkState, form: FormData) => Promise<LinkState>;

type LinkFormProps = {
  make: MakeLink;
  /** What the link is to, as far as the reader is not asked. */
  fields: Readonly<Record<string, string>>;
  children?: ReactNode;
};

/** Makes a link and shows it, once; a form, so that it is made without scripts too. */
export function LinkForm({ make, fields, children }: LinkFormProps) {
  const t = useTranslations("Audience");
  const problem = useTranslations("Problem");
  const [state, submit, isPending] = useActionState(make, null);
  return (
    <div className={styles.link}>
      <form action={submit} className={styles.maker}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <button type="submit" className={styles.quiet} disabled={isPending}>
          {t("make")}
        </button>
      </form>
      {state && "reason" in state && <p role="alert">{problem(state.reason)}</p>}
      {state && "link" in state && <MadeLink key={state.link} link={state.link} />}
    </div>
  );
}
