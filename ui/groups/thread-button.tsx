"use client";

import { useLocale } from "next-intl";
import * as z from "zod/mini";
import styles from "../account/form.module.css";
import { useSending } from "../account/use-sending";

type ThreadButtonProps = { groupId: string; userId: string; label: string; name: string };

const answerSchema = z.object({ id: z.uuid() });

/** Opens the private thread with one student. */
export function ThreadButton({ groupId, userId, label, name }: ThreadButtonProps) {
  const locale = useLocale();
  const { send, isPending } = useSending();

  async function handleClick() {
    const sent = await send("POST", `/api/groups/${groupId}/threads`, { userId });
    if (sent.ok) window.location.assign(`/${locale}/groups/${answerSchema.parse(sent.body).id}`);
  }

  return (
    <button
      type="button"
      className={styles.small}
      aria-label={name}
      disabled={isPending}
      onClick={handleClick}
    >
      {label}
    </button>
  );
}
