"use client";

import { Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import control from "@/ui/controls/control.module.css";
import styles from "./report-mistake.module.css";

/** The event by which any place of the page opens the form. */
export const wantsReport = "zwiesprache:report";

/** The way to the form from the header, where there is room for it. */
export function ReportButton() {
  const t = useTranslations("TextReport");
  return (
    <button
      type="button"
      className={`${control.control} ${styles.wide}`}
      aria-label={t("open")}
      title={t("open")}
      onClick={() => document.dispatchEvent(new Event(wantsReport))}
    >
      <Flag size={18} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
}
