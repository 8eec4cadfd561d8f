"use client";

import { useLocale, useTranslations } from "next-intl";
import { usePathname } from "@/i18n/navigation";
import { routing } from "@/i18n/routing";
import { rowInView } from "../reader/row-in-view";
import styles from "./control.module.css";

/** A plain link to the same page in the other language of the interface; the place in the text goes with it. */
export function LanguageSwitch() {
  const t = useTranslations("Controls");
  const path = usePathname();
  const locale = useLocale();
  const other = routing.locales.find((candidate) => candidate !== locale) ?? routing.defaultLocale;
  return (
    <a
      href={`/${other}${path === "/" ? "" : path}`}
      hrefLang={other}
      lang={other}
      className={styles.control}
      title={t("otherLanguage")}
      onClick={keepPlace}
    >
      <span aria-hidden="true">{other.toUpperCase()}</span>
      <span className="visually-hidden">{t("otherLanguage")}</span>
    </a>
  );
}

/** What is asked for goes along, and the row that is read; at the top of the page, the one that was linked to. */
function keepPlace(event: React.MouseEvent<HTMLAnchorElement>) {
  const row = window.scrollY > 0 ? rowInView()?.id : undefined;
  event.currentTarget.search = window.location.search;
  event.currentTarget.hash = row ?? window.location.hash;
}
