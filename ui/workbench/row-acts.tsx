import { useTranslations } from "next-intl";
import { Keys } from "./key-map";
import styles from "./row-acts.module.css";
import type { WorkAct } from "./work-acts";

const offered: readonly WorkAct[] = [
  ...(["verify", "review", "mergeRows", "splitRow", "moveUp", "moveDown"] as const),
  ...(["link", "edit", "realignHere", "keys"] as const),
];

type RowActsProps = { may: (act: WorkAct) => boolean; onAct: (act: WorkAct) => void };

/** What is done most, below the row that keys act on. */
export function RowActs({ may, onAct }: RowActsProps) {
  const t = useTranslations("Workbench");
  return (
    <div className={styles.acts} role="toolbar" aria-label={t("acts")}>
      {offered.filter(may).map((act) => (
        <button key={act} type="button" className={styles.act} onClick={() => onAct(act)}>
          <Keys act={act} all={false} />
          {act === "keys" ? t("more") : t(`act.${act}`)}
        </button>
      ))}
    </div>
  );
}
