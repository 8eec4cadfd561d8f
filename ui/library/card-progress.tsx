"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import styles from "./article-card.module.css";
import { useProgress } from "./progress-provider";
import { percentRead, readingState } from "./reading-state";

type CardProgressProps = { slug: string };

/** How much of an article was read: in words, and as the part of the card's upper line that is inked. */
export function CardProgress({ slug }: CardProgressProps) {
  const t = useTranslations("Library.progress");
  const progress = useProgress()?.get(slug);
  if (!progress) return null;
  const isRead = readingState(progress) === "read";
  const percent = percentRead(progress);
  return (
    <p className={styles.progress}>
      <span
        className={styles.inked}
        style={{ transform: `scaleX(${isRead ? 1 : progress.fraction})` }}
      />
      {isRead && <Check aria-hidden="true" size={13} strokeWidth={2.25} />}
      {isRead ? t("read") : t("begun", { percent })}
    </p>
  );
}
