import { CloudOff, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import styles from "./status.module.css";
import type { SyncState } from "./store/annotation-store";

type SyncStatusProps = { sync: SyncState };

const unhurriedMs = 700; // most changes are saved before anyone could read that they are being saved
const savedMs = 2500;

/** How the reader's changes stand, in words; what is well says so briefly and goes. */
export function SyncStatus({ sync }: SyncStatusProps) {
  const t = useTranslations("Annotations");
  const shown = useShown(sync);
  return (
    <p role="status" className={styles.sync} data-kind={shown.kind}>
      {shown.kind === "saving" && t("saving")}
      {shown.kind === "saved" && t("saved")}
      {shown.kind === "waiting" && (
        <>
          <CloudOff aria-hidden size={16} strokeWidth={1.75} />
          {t("waiting")}
        </>
      )}
      {shown.kind === "hindered" && (
        <>
          <TriangleAlert aria-hidden size={16} strokeWidth={1.75} />
          {t(`hindrance.${shown.hindrance}`)}
        </>
      )}
      {shown.kind === "refused" && (
        <>
          <TriangleAlert aria-hidden size={16} strokeWidth={1.75} />
          {t("refused", { reason: t(`refusal.${shown.refusal}`) })}
        </>
      )}
    </p>
  );
}

/** The state a reader should see now: saving only when it takes a while, saved only for a moment. */
function useShown(sync: SyncState): SyncState {
  const [settled, setSettled] = useState<SyncState>({ kind: "idle" });

  useEffect(() => {
    if (sync.kind === "saving") {
      const timer = setTimeout(() => setSettled(sync), unhurriedMs);
      return () => clearTimeout(timer);
    }
    setSettled(sync);
    if (sync.kind !== "saved") return;
    const timer = setTimeout(() => setSettled({ kind: "idle" }), savedMs);
    return () => clearTimeout(timer);
  }, [sync]);

  return settled;
}
