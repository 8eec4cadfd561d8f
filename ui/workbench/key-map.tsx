import { useTranslations } from "next-intl";
import styles from "./key-map.module.css";
import { actGroups, type WorkAct, workActs } from "./work-acts";
import { WorkDialog } from "./work-dialog";

type KeyMapProps = {
  may: (act: WorkAct) => boolean;
  onAct: (act: WorkAct) => void;
  onClose: () => void;
};

/** Every act with its keys; each can be done from here too, for hands without a keyboard. */
export function KeyMap({ may, onAct, onClose }: KeyMapProps) {
  const t = useTranslations("Workbench");
  const groups = Object.entries(actGroups) as [keyof typeof actGroups, readonly WorkAct[]][];
  return (
    <WorkDialog title={t("keyMap.title")} onClose={onClose}>
      <div className={styles.groups}>
        {groups.map(([group, acts]) => (
          <section key={group}>
            <h3>{t(`keyMap.group.${group}`)}</h3>
            <ul>
              {acts.filter(may).map((act) => (
                <li key={act}>
                  <button
                    type="button"
                    className={styles.act}
                    onClick={() => {
                      onClose();
                      onAct(act);
                    }}
                  >
                    <span>{t(`act.${act}`)}</span>
                    <Keys act={act} />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </WorkDialog>
  );
}

/** The first key of an act, as it stands on a keyboard. */
export function Keys({ act, all = true }: { act: WorkAct; all?: boolean }) {
  const t = useTranslations("Workbench.key");
  const names: Readonly<Record<string, string>> = {
    Control: t("control"),
    Shift: t("shift"),
    Delete: t("delete"),
    Escape: t("escape"),
    Enter: "↵",
    ArrowUp: "↑",
    ArrowDown: "↓",
    ArrowLeft: "←",
    ArrowRight: "→",
  };
  const keys: readonly string[] = workActs[act];
  return (
    <span className={styles.keys}>
      {keys.slice(0, all ? 3 : 1).map((key) => (
        <kbd key={key} className={styles.key}>
          {key
            .split("+")
            .map((part) => names[part] ?? part.toUpperCase())
            .join(" ")}
        </kbd>
      ))}
    </span>
  );
}
