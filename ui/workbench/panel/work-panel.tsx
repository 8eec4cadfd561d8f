import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import control from "@/ui/controls/control.module.css";
import styles from "./work-panel.module.css";

const panelTabs = ["findings", "comments", "reports", "notes"] as const;
export type PanelTab = (typeof panelTabs)[number];

type WorkPanelProps = {
  tab: PanelTab;
  /** How many of each wait. */
  counts: Readonly<Record<PanelTab, number>>;
  onTab: (tab: PanelTab) => void;
  onClose: () => void;
  children: ReactNode;
};

/** What is said about the text, beside the rows: by the checks, by colleagues, by readers, who also write notes. */
export function WorkPanel({ tab, counts, onTab, onClose, children }: WorkPanelProps) {
  const t = useTranslations("Workbench.panel");
  const id = useId();

  function handleKeyDown(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const next = panelTabs[(panelTabs.indexOf(tab) + step + panelTabs.length) % panelTabs.length];
    if (!next) return;
    onTab(next);
    document.getElementById(`${id}-${next}`)?.focus();
  }

  return (
    <aside className={styles.panel} aria-label={t("label")}>
      <header className={styles.head}>
        <div role="tablist" className={styles.tabs} onKeyDown={handleKeyDown}>
          {panelTabs.map((each) => (
            <button
              key={each}
              id={`${id}-${each}`}
              type="button"
              role="tab"
              aria-selected={tab === each}
              aria-controls={`${id}-panel`}
              tabIndex={tab === each ? 0 : -1}
              onClick={() => onTab(each)}
            >
              {t(`tab.${each}`)}
              {counts[each] > 0 && <span className={styles.count}>{counts[each]}</span>}
            </button>
          ))}
        </div>
        <button
          type="button"
          className={control.control}
          aria-label={t("close")}
          title={t("close")}
          onClick={onClose}
        >
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      <div
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-${tab}`}
        className={styles.body}
      >
        {children}
      </div>
    </aside>
  );
}
