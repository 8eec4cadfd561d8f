"use client";

import { ListChecks } from "lucide-react";
import { NextIntlClientProvider, useLocale, useTranslations } from "next-intl";
import { type ComponentProps, useEffect, useState, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { Link } from "@/i18n/navigation";
import { type CurrentText, loadCurrentText } from "../store/server";
import { Checker } from "./checker";
import { type LocatedFinding, locateFindings, worstSeverity } from "./located-finding";
import styles from "./margin-findings.module.css";
import { useExplanation } from "./use-explanation";
import { nameOf } from "./use-findings";

type MarginFindingsProps = { slug: string };
type Words = ComponentProps<typeof NextIntlClientProvider>["messages"];

/** For those who work on the text: what the checks find, beside the rows they read. Everything it needs comes after the text. */
export function MarginFindings({ slug }: MarginFindingsProps) {
  const locale = useLocale();
  const [text, setText] = useState<CurrentText | null>(null);
  const [words, setWords] = useState<Words>(undefined);

  useEffect(() => {
    let isGone = false;
    Promise.all([loadCurrentText(slug), loadWords(locale)]).then(([loaded, messages]) => {
      if (isGone) return;
      setText(loaded);
      setWords(messages);
    });
    return () => {
      isGone = true;
    };
  }, [slug, locale]);

  if (!text || !words) return null;
  return (
    <NextIntlClientProvider locale={locale} messages={words}>
      <Rows slug={slug} text={text} />
    </NextIntlClientProvider>
  );
}

/** The page that is read does not carry the words of the workbench. */
async function loadWords(locale: string): Promise<Words> {
  const response = await fetch(`/api/workbench/words/${locale}`).catch(() => null);
  return response?.ok ? response.json() : undefined;
}

type RowsProps = { slug: string; text: CurrentText };

const nothing = { findings: [], state: "checking" as const };
const noStore = { subscribe: () => () => undefined, getSnapshot: () => nothing };

function Rows({ slug, text }: RowsProps) {
  const { article, dismissed, glossary } = text;
  const [checker, setChecker] = useState<Checker | null>(null);
  useEffect(() => {
    const made = new Checker(glossary);
    made.take(article);
    setChecker(made);
    return () => made.end();
  }, [article, glossary]);
  const { subscribe, getSnapshot } = checker ?? noStore;
  const { findings } = useSyncExternalStore(subscribe, getSnapshot, () => nothing);
  const located = locateFindings(article, findings, new Set(dismissed));
  return article.rows.map(({ id }, index) => {
    const own = located.filter(
      ({ rowIndex, isDismissed, finding }) =>
        rowIndex === index && !isDismissed && finding.severity !== "note",
    );
    const place = document.querySelector(`[data-side="de"] [data-row="${id}"]`);
    if (own.length === 0 || !place) return null;
    return createPortal(<RowFindings slug={slug} rowId={id} findings={own} />, place, id);
  });
}

type RowFindingsProps = { slug: string; rowId: string; findings: readonly LocatedFinding[] };

function RowFindings({ slug, rowId, findings }: RowFindingsProps) {
  const t = useTranslations("Workbench");
  const locale = useLocale();
  const explain = useExplanation();
  const worst = worstSeverity(findings.map(({ finding }) => finding));
  return (
    <details className={styles.findings} data-severity={worst} lang={locale}>
      <summary title={t("found", { count: findings.length })}>
        <ListChecks size={15} strokeWidth={1.75} aria-hidden="true" />
        <span aria-hidden="true">{findings.length}</span>
        <span className="visually-hidden">{t("found", { count: findings.length })}</span>
      </summary>
      <ul>
        {findings.map(({ finding }) => (
          <li key={nameOf(finding)}>{explain(finding)}</li>
        ))}
        <li>
          <Link href={`/workbench/${slug}#${rowId}`} prefetch={false}>
            {t("open")}
          </Link>
        </li>
      </ul>
    </details>
  );
}
