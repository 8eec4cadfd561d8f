import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { reportKinds } from "@/core/moderation/moderation-input";
import form from "../account/form.module.css";
import { readFields, useSending } from "../account/use-sending";
import { makeSession } from "../groups/make-session";
import styles from "./audience.module.css";

export type Reported = {
  readonly annotationId: string;
  /** Left out for the note itself. */
  readonly replyId?: string;
  /** Of the link by which it was seen. */
  readonly token?: string;
};

type ReportDialogProps = Reported & { onClose: () => void };

/** Asks what is wrong with a note, and says who will read that. */
export function ReportDialog({ annotationId, replyId, token, onClose }: ReportDialogProps) {
  const t = useTranslations("Report");
  const problem = useTranslations("Problem");
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { send, isPending, reason } = useSending();
  const [isSent, setIsSent] = useState(false);

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  async function handleSubmit(field: (name: string) => string) {
    await makeSession();
    const sent = await send("POST", "/api/moderation/reports", {
      ...{ annotationId, replyId: replyId ?? null, token: token ?? null },
      ...{ kind: field("kind"), text: field("text") },
    });
    if (sent.ok) setIsSent(true);
  }

  return createPortal(
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{t("title")}</h2>
      {isSent ? (
        <>
          <p role="status">{t("sent")}</p>
          <div className={styles.foot}>
            <button type="button" className={styles.submit} onClick={onClose}>
              {t("close")}
            </button>
          </div>
        </>
      ) : (
        <form onSubmit={(event) => void handleSubmit(readFields(event))}>
          <fieldset className={styles.choices}>
            <legend className="visually-hidden">{t("kind")}</legend>
            {reportKinds.map((kind) => (
              <label key={kind} className={styles.choice}>
                <input type="radio" name="kind" value={kind} required />
                <span>{t(`kinds.${kind}`)}</span>
              </label>
            ))}
          </fieldset>
          <div className={form.field}>
            <label htmlFor={`${id}-text`}>{t("text")}</label>
            <textarea id={`${id}-text`} name="text" maxLength={1000} rows={3} />
          </div>
          <p className={styles.preview}>{t("who")}</p>
          {reason && <p role="alert">{problem(reason)}</p>}
          <div className={styles.foot}>
            <button type="submit" className={styles.submit} disabled={isPending}>
              {t("submit")}
            </button>
            <button type="button" className={styles.quiet} onClick={onClose}>
              {t("cancel")}
            </button>
          </div>
        </form>
      )}
    </dialog>,
    document.body,
  );
}
