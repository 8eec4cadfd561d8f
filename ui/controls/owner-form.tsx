"use client";

import { useActionState } from "react";
import styles from "./message-page.module.css";

type ClaimState = { reason: "used" | "tooMany" } | null;

type OwnerFormProps = {
  token: string;
  claim: (state: ClaimState, form: FormData) => Promise<ClaimState>;
  words: { submit: string; used: string; tooMany: string };
};

export function OwnerForm({ token, claim, words }: OwnerFormProps) {
  const [state, submit, isPending] = useActionState(claim, null);
  return (
    <form action={submit}>
      <input type="hidden" name="token" value={token} />
      {state && <p role="alert">{words[state.reason]}</p>}
      <button type="submit" className={styles.button} disabled={isPending}>
        {words.submit}
      </button>
    </form>
  );
}
