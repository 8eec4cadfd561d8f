import { useTranslations } from "next-intl";
import { type FormEvent, type InputHTMLAttributes, type ReactNode, useId } from "react";
import styles from "./form.module.css";
import type { Reason } from "./send-json";

type FormProps = {
  submit: string;
  isPending: boolean;
  /** Why it was refused; said where the form is sent. */
  reason: Reason | null;
  /** What has become of it, once it was taken. */
  done?: string | null;
  kind?: "usual" | "danger";
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void;
  /** What is done by the server, where no script runs too. */
  action?: (form: FormData) => void;
  children?: ReactNode;
};

/** Fields one under the other, a button, and what came of it. Sent by POST where no script runs yet: no field may end in an address. */
export function Form(props: FormProps) {
  const { submit, isPending, reason, done, kind, onSubmit, action, children } = props;
  const t = useTranslations("Problem");
  const sending = action ? { action } : ({ method: "post" } as const);
  return (
    <form {...sending} className={styles.form} onSubmit={onSubmit}>
      {children}
      {reason && (
        <p role="alert" className={styles.refused}>
          {t(reason)}
        </p>
      )}
      <div className={styles.foot}>
        <button type="submit" className={styles.submit} data-kind={kind} disabled={isPending}>
          {submit}
        </button>
        <p role="status" className={styles.done}>
          {done}
        </p>
      </div>
    </form>
  );
}

type FieldProps = InputHTMLAttributes<HTMLInputElement> & { label: string; hint?: string };

export function Field({ label, hint, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-describedby={hint ? `${id}-hint` : undefined} {...input} />
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

type TickProps = { name: string; label: string; hint?: string; defaultChecked?: boolean };

export function Tick({ name, label, hint, defaultChecked }: TickProps) {
  const id = useId();
  return (
    <div className={styles.tick}>
      <input
        id={id}
        type="checkbox"
        name={name}
        value="yes"
        defaultChecked={defaultChecked}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
