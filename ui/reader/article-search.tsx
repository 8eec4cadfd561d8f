"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Hit } from "@/core/article/find-in-article";
import { otherLanguage } from "@/core/article/language";
import { type View, viewPath } from "@/core/article/layout";
import styles from "./article-search.module.css";

type ArticleSearchProps = {
  slug: string;
  view: View;
  /** Called with every question; empty when nothing is asked. */
  onAsk: (question: string) => void;
  /** Called when the reader goes to a hit. */
  onGo: () => void;
};

type Found =
  | { readonly kind: "idle" | "failed" }
  | {
      readonly kind: "found";
      readonly question: string;
      readonly total: number;
      readonly hits: readonly (Hit & { readonly part: number; readonly ordinal: number })[];
    };

const pauseMs = 250; // after the last key, before the question is sent

/** Finds words in either language in every part of the article; each hit shows its counterpart and leads to its sentence. */
export function ArticleSearch({ slug, view, onAsk, onGo }: ArticleSearchProps) {
  const t = useTranslations("ArticleSearch");
  const locale = useLocale();
  const [question, setQuestion] = useState("");
  const [found, setFound] = useState<Found>({ kind: "idle" });
  const wanted = question.trim();

  useEffect(() => {
    if (wanted === "") return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      ask(slug, wanted, abort.signal).then(setFound, () => {
        if (!abort.signal.aborted) setFound({ kind: "failed" });
      });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [slug, wanted]);

  const shown: Found = wanted === "" ? { kind: "idle" } : found;
  return (
    <search className={styles.search}>
      <input
        type="search"
        value={question}
        maxLength={200}
        autoComplete="off"
        placeholder={t("label")}
        aria-label={t("label")}
        onChange={(event) => {
          setQuestion(event.target.value);
          onAsk(event.target.value.trim());
        }}
      />
      <p role="status" className={styles.count}>
        {shown.kind === "failed" && t("failed")}
        {shown.kind === "found" && t("count", { count: shown.total })}
      </p>
      {shown.kind === "found" && shown.hits.length > 0 && (
        <ol className={styles.hits}>
          {shown.hits.map(({ sentence, side, text, counterpart, part, ordinal }) => (
            <li key={sentence}>
              <a href={hitAddress({ locale, slug, view, part, sentence })} onClick={onGo}>
                <span className={styles.place}>{t("row", { row: ordinal })}</span>
                <span lang={side}>{text}</span>
                <span lang={otherLanguage(side)} className={styles.counterpart}>
                  {counterpart}
                </span>
              </a>
            </li>
          ))}
        </ol>
      )}
    </search>
  );
}

type Place = { locale: string; slug: string; view: View; part: number; sentence: string };

/** Within the part that is read only the fragment changes. */
function hitAddress({ locale, slug, view, part, sentence }: Place): string {
  const path = part === view.part ? "" : `/${locale}${viewPath(slug, { ...view, part })}`;
  return `${path}#${sentence}`;
}

async function ask(slug: string, question: string, signal: AbortSignal): Promise<Found> {
  const address = `/api/articles/${slug}/search?q=${encodeURIComponent(question)}`;
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`The question was refused: ${response.status}`);
  return { kind: "found", question, ...(await response.json()) };
}
