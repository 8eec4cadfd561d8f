import { useFormatter, useNow, useTranslations } from "next-intl";
import { useState } from "react";
import type { Article } from "@/core/article/article";
import { findRow, sideOf } from "@/core/article/article-index";
import type { ReportAnswer, ReportLine } from "@/core/reports/text-report";
import { Link } from "@/i18n/navigation";
import styles from "./talk.module.css";
import type { Reports } from "./use-reports";

type ReportsListProps = {
  slug: string;
  article: Article;
  reports: Reports;
  /** The number of the version that readers have. */
  currentVersion: number;
  onGo: (rowIndex: number) => void;
};

/** What readers found wrong: those that wait first, each to be answered. */
export function ReportsList({ slug, article, reports, currentVersion, onGo }: ReportsListProps) {
  const t = useTranslations("Workbench.reports");
  return (
    <>
      <p role="status" className={styles.status}>
        {reports.hasFailed ? t("failed") : reports.list.length === 0 && t("none")}
      </p>
      <ul className={styles.list}>
        {reports.list.map((line) => (
          <Report
            key={`${line.id}-${line.state}`}
            line={line}
            slug={slug}
            rowIndex={findRow(article, line.rowId)?.index ?? -1}
            currentVersion={currentVersion}
            onGo={onGo}
            onAnswer={(answer) => reports.answer(line.id, answer)}
          />
        ))}
      </ul>
    </>
  );
}

type ReportProps = {
  line: ReportLine;
  slug: string;
  rowIndex: number;
  currentVersion: number;
  onGo: (rowIndex: number) => void;
  onAnswer: (answer: ReportAnswer) => void;
};

function Report({ line, slug, rowIndex, currentVersion, onGo, onAnswer }: ReportProps) {
  const t = useTranslations("Workbench.reports");
  const kind = useTranslations("TextReport.kind");
  const format = useFormatter();
  const now = useNow();
  const [answer, setAnswer] = useState("");
  return (
    <li className={styles.item} data-done={line.state !== "open"}>
      <p className={styles.head}>
        <b>{kind(line.kind)}</b>
        <span>{t(`state.${line.state}`)}</span>
        <time dateTime={line.createdAt}>{format.relativeTime(new Date(line.createdAt), now)}</time>
        {rowIndex >= 0 ? (
          <button type="button" onClick={() => onGo(rowIndex)}>
            {t("row", { number: String(rowIndex + 1) })}
          </button>
        ) : (
          t("gone")
        )}
        <span>{t("seenIn", { number: String(line.version) })}</span>
      </p>
      <p className={styles.quote} lang={line.sentenceId ? sideOf(line.sentenceId) : undefined}>
        {line.quote}
      </p>
      {line.text !== "" && <p className={styles.text}>{line.text}</p>}
      {line.state === "open" ? (
        <>
          <label className={styles.text}>
            {t("answer")}
            <input
              value={answer}
              maxLength={2000}
              autoComplete="off"
              className={styles.answer}
              onChange={(event) => setAnswer(event.target.value)}
            />
          </label>
          <p className={styles.acts}>
            <button
              type="button"
              onClick={() => onAnswer({ state: "mended", answer, version: currentVersion })}
            >
              {t("mend", { number: String(currentVersion) })}
            </button>
            <button type="button" onClick={() => onAnswer({ state: "declined", answer })}>
              {t("decline")}
            </button>
          </p>
        </>
      ) : (
        <>
          {line.answer !== "" && (
            <p className={styles.text}>
              {t("answered", { name: line.answeredBy || t("nameless"), answer: line.answer })}
            </p>
          )}
          <p className={styles.acts}>
            {line.mendedIn !== null && (
              <Link
                href={`/workbench/${slug}/versions?from=${Math.max(1, line.mendedIn - 1)}&to=${line.mendedIn}`}
                prefetch={false}
              >
                {t("mendedIn", { number: String(line.mendedIn) })}
              </Link>
            )}
            <button type="button" onClick={() => onAnswer({ state: "open" })}>
              {t("reopen")}
            </button>
          </p>
        </>
      )}
    </li>
  );
}
