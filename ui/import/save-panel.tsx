"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { useRouter } from "@/i18n/navigation";
import styles from "./import-page.module.css";
import { useRun } from "./run-provider";

export type SaveState = { reason: "not-found" | "nothing-read" | "signed-out" } | null;

type SavePanelProps = {
  id: string;
  /** False where nothing could be made of the files. */
  hasResult: boolean;
  save: (state: SaveState, form: FormData) => Promise<SaveState>;
};

/** The last step: a draft of it, or nothing. */
export function SavePanel({ id, hasResult, save }: SavePanelProps) {
  const t = useTranslations("ImportPage");
  const { isRunning } = useRun();
  const [state, submit, isPending] = useActionState(save, null);
  return (
    <div className={styles.save}>
      {hasResult && (
        <form action={submit}>
          <input type="hidden" name="id" value={id} />
          <button type="submit" className={styles.main} disabled={isPending || isRunning}>
            {isPending ? t("saving") : t("save")}
          </button>
          <span className={styles.hint}>{t("saveHint")}</span>
        </form>
      )}
      <Discard id={id} />
      {state && (
        <p role="alert" className={styles.failure}>
          {t(`notSaved.${state.reason}`)}
        </p>
      )}
    </div>
  );
}

/** Asks before it throws away. */
function Discard({ id }: { id: string }) {
  const t = useTranslations("ImportPage");
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  async function discard() {
    const response = await fetch(`/api/imports/${id}`, { method: "DELETE" }).catch(() => null);
    if (response?.ok || response?.status === 404) router.push("/import");
    else setHasFailed(true);
  }

  if (!isAsking) {
    return (
      <button type="button" className={styles.quiet} onClick={() => setIsAsking(true)}>
        {t("discard")}
      </button>
    );
  }
  return (
    <div className={styles.asking} role="alertdialog" aria-label={t("discard")}>
      <p>{hasFailed ? t("problem.offline") : t("discardSure")}</p>
      {/* biome-ignore lint/a11y/noAutofocus: the question replaces the button that had the focus */}
      <button type="button" className={styles.second} autoFocus onClick={() => setIsAsking(false)}>
        {t("discardNo")}
      </button>
      <button type="button" className={styles.quiet} onClick={discard}>
        {t("discardYes")}
      </button>
    </div>
  );
}
