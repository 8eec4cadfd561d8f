"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import styles from "../account/form.module.css";
import type { Reason } from "../account/send-json";

type EndState = { readonly reason: Reason } | null;
export type End = (state: EndState, form: FormData) => Promise<EndState>;

type EndFormProps = {
  end: End;
  fields: Readonly<Record<string, string>>;
  label: string;
  /** Said to those who cannot see what the button stands beside. */
  name?: string;
};

/** Takes a link back; what lists it is shown as it is then. */
export function EndForm({ end, fields, label, name }: EndFormProps) {
  const problem = useTranslations("Problem");
  const [state, submit, isPending] = useActionState(end, null);
  return (
    <form action={submit}>
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {state && <span role="alert">{problem(state.reason)} </span>}
      <button type="submit" className={styles.small} aria-label={name} disabled={isPending}>
        {label}
      </button>
    </form>
  );
}
