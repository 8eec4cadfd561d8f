import {
  BookA,
  ChartNoAxesColumn,
  Heading,
  History,
  Keyboard,
  ListChecks,
  Redo2,
  Search,
  Send,
  Undo2,
} from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import type { WorkStatistics } from "@/core/article/work-statistics";
import { Link } from "@/i18n/navigation";
import control from "@/ui/controls/control.module.css";
import type { DraftSnapshot } from "./store/draft-store";
import type { WorkAct } from "./work-acts";
import styles from "./work-header.module.css";

const filters = ["all", "open", "doubt"] as const;
export type Filter = (typeof filters)[number];

type WorkHeaderProps = Pick<
  DraftSnapshot,
  "rights" | "sync" | "canUndo" | "canRedo" | "isChanged" | "currentVersion"
> & {
  slug: string;
  /** How many rows there are. */
  rows: number;
  statistics: WorkStatistics;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  /** How many findings, comments and reports wait. */
  waiting: number;
  onAct: (act: WorkAct | "statistics") => void;
};

/** What the workbench says of the whole article, and what is done to it as a whole. */
export const WorkHeader = memo(function WorkHeader({
  slug,
  rows,
  rights,
  sync,
  canUndo,
  canRedo,
  isChanged,
  currentVersion,
  statistics,
  filter,
  onFilter,
  waiting,
  onAct,
}: WorkHeaderProps) {
  const t = useTranslations("Workbench");
  const format = useFormatter();
  const { beads, byState } = statistics;
  const share = (count: number) => (beads === 0 ? 0 : count / beads);
  const doubts = byState["needs-review"] + byState["text-changed"];
  return (
    <div className={styles.bar}>
      <p className={styles.counts}>
        <span>{t.rich("counts.rows", { count: rows, b: bold })}</span>
        <span>{t.rich("counts.beads", { count: beads, b: bold })}</span>
        <span>{t.rich("counts.verified", { count: byState.verified, b: bold })}</span>
      </p>
      <div className={styles.progress} aria-hidden="true">
        <i data-of="verified" style={{ width: `${share(byState.verified) * 100}%` }} />
        <i data-of="doubt" style={{ width: `${share(doubts) * 100}%` }} />
      </div>
      <p className={styles.percent}>
        {t("percent", { percent: format.number(share(byState.verified), { style: "percent" }) })}
      </p>
      <fieldset className={styles.filters} aria-label={t("filter.label")}>
        {filters.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={filter === each}
            onClick={() => onFilter(each)}
          >
            {t(`filter.${each}`)}
          </button>
        ))}
      </fieldset>
      <p className={styles.sync} role="status">
        {t(`sync.${sync}`)}
      </p>
      <div className={styles.tools}>
        <Tool act="undo" icon={Undo2} isDisabled={!canUndo} onAct={onAct} />
        <Tool act="redo" icon={Redo2} isDisabled={!canRedo} onAct={onAct} />
        <Tool act="find" icon={Search} onAct={onAct} />
        <Tool act="head" icon={Heading} onAct={onAct} />
        <button
          type="button"
          className={control.control}
          title={t("panel.open", { count: waiting })}
          onClick={() => onAct("findings")}
        >
          <span className={styles.waiting} aria-hidden="true">
            <ListChecks size={18} strokeWidth={1.75} />
            {waiting > 0 && waiting}
          </span>
          <span className="visually-hidden">{t("panel.open", { count: waiting })}</span>
        </button>
        <Tool act="statistics" icon={ChartNoAxesColumn} onAct={onAct} />
        <Link
          href={`/workbench/${slug}/versions`}
          prefetch={false}
          className={control.control}
          aria-label={t("versions")}
          title={t("versions")}
        >
          <History size={18} strokeWidth={1.75} aria-hidden="true" />
        </Link>
        <Link
          href={`/workbench/${slug}/publication`}
          prefetch={false}
          className={control.control}
          aria-label={t("publication")}
          title={t("publication")}
        >
          <Send size={18} strokeWidth={1.75} aria-hidden="true" />
        </Link>
        {(rights.mayPublish || !rights.mayEdit) && ( // those who bring in a draft have no glossary
          <Link
            href="/glossary"
            prefetch={false}
            className={control.control}
            aria-label={t("glossary")}
            title={t("glossary")}
          >
            <BookA size={18} strokeWidth={1.75} aria-hidden="true" />
          </Link>
        )}
        <Tool act="keys" icon={Keyboard} onAct={onAct} />
        <button
          type="button"
          className={styles.save}
          disabled={!isChanged}
          onClick={() => onAct("save")}
        >
          {t("save.button", { number: String(currentVersion + 1) })}
        </button>
      </div>
    </div>
  );
});

function bold(chunks: ReactNode) {
  return <b>{chunks}</b>;
}

type ToolProps = {
  act: WorkAct | "statistics";
  icon: typeof Undo2;
  isDisabled?: boolean;
  onAct: (act: WorkAct | "statistics") => void;
};

const Tool = memo(function Tool({ act, icon: Icon, isDisabled = false, onAct }: ToolProps) {
  const t = useTranslations("Workbench");
  const label = act === "statistics" ? t("statistics.title") : t(`act.${act}`);
  return (
    <button
      type="button"
      className={control.control}
      aria-label={label}
      title={label}
      disabled={isDisabled}
      onClick={() => onAct(act)}
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
});
