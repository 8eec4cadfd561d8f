"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { type View, viewPath } from "@/core/article/layout";
import type { Locale } from "@/i18n/routing";
import styles from "./reading-place.module.css";
import { getProgress, putProgress, type ReadingProgress } from "./reading-progress";
import { reportProgress } from "./report-progress";
import { rowInView } from "./row-in-view";

type ReadingPlaceProps = {
  slug: string;
  view: View;
  /** The row ids of the article, part by part. */
  parts: readonly (readonly string[])[];
  /** Of the whole article, in the language of the interface. */
  minutes: number;
};

const settleMs = 300;

/** Remembers where the reader is, says how many minutes are left, and offers the place of the last visit. */
export function ReadingPlace({ slug, view, parts, minutes }: ReadingPlaceProps) {
  const t = useTranslations("Place");
  const locale = useLocale();
  const rows = useMemo(() => parts.flat(), [parts]);
  const [last, setLast] = useState<ReadingProgress | null>(null);
  const [fraction, setFraction] = useState(0);

  useEffect(() => {
    const wanted = window.location.hash.slice(1);
    const isInOtherPart = rows.includes(wanted) && !parts[view.part - 1]?.includes(wanted);
    if (isInOtherPart) window.location.replace(addressOf(wanted, { locale, slug, view, parts }));
  }, [rows, locale, slug, view, parts]);

  useEffect(() => {
    const before = getProgress(slug);
    const isElsewhere = before !== null && rows.indexOf(before.row) > 0;
    if (isElsewhere && window.location.hash === "" && window.scrollY < 50) setLast(before);
    let timer: ReturnType<typeof setTimeout> | undefined;

    function settle() {
      const place = rowInView();
      if (!place) return;
      const index = rows.indexOf(place.id);
      const isAtEnd =
        window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 40;
      const isLastPart = view.part === parts.length;
      const reached =
        isAtEnd && isLastPart && index > 0 ? 1 : Math.max(0, index) / Math.max(1, rows.length);
      setFraction(reached);
      if (index <= 0) return; // opening an article is not reading it
      setLast(null);
      putProgress(slug, { row: place.id, fraction: reached, readAt: Date.now() });
      reportProgress(slug, reached);
    }

    function handleScroll() {
      clearTimeout(timer);
      timer = setTimeout(settle, settleMs);
    }

    window.addEventListener("scroll", handleScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("scroll", handleScroll);
    };
  }, [slug, rows, parts.length, view.part]);

  if (last) {
    return (
      <a
        className={styles.resume}
        href={addressOf(last.row, { locale, slug, view, parts })}
        onClick={() => setLast(null)}
      >
        {t("resume", { row: rows.indexOf(last.row) + 1 })}
      </a>
    );
  }
  return (
    <span className={styles.left}>
      {t("left", { minutes: Math.ceil(minutes * (1 - fraction)) })}
    </span>
  );
}

type Whole = Pick<ReadingPlaceProps, "slug" | "view" | "parts"> & { locale: Locale };

/** A note that the address names goes with the reader into the part where it stands. */
function noteAsked(): string {
  const note = new URLSearchParams(window.location.search).get("note");
  return note === null ? "" : `?${new URLSearchParams({ note })}`;
}

/** The address of a row, in whichever part it stands. */
function addressOf(row: string, { locale, slug, view, parts }: Whole): string {
  const part = 1 + parts.findIndex((rows) => rows.includes(row));
  return `/${locale}${viewPath(slug, { ...view, part })}${noteAsked()}#${row}`;
}
