"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import styles from "./reading-place.module.css";
import { getProgress, putProgress, type ReadingProgress } from "./reading-progress";
import { rowInView } from "./row-in-view";

type ReadingPlaceProps = {
  slug: string;
  /** Row ids of the whole article, in order. */
  rows: readonly string[];
  /** Of the whole article, in the language of the interface. */
  minutes: number;
};

const settleMs = 300;

/** Remembers where the reader is, says how many minutes are left, and offers the place of the last visit. */
export function ReadingPlace({ slug, rows, minutes }: ReadingPlaceProps) {
  const t = useTranslations("Place");
  const [last, setLast] = useState<ReadingProgress | null>(null);
  const [fraction, setFraction] = useState(0);

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
      const reached = isAtEnd && index > 0 ? 1 : Math.max(0, index) / Math.max(1, rows.length);
      setFraction(reached);
      if (index <= 0) return; // opening an article is not reading it
      setLast(null);
      putProgress(slug, { row: place.id, fraction: reached, readAt: Date.now() });
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
  }, [slug, rows]);

  if (last) {
    return (
      <a className={styles.resume} href={`#${last.row}`} onClick={() => setLast(null)}>
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
