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

/** What is asked for goes along, and the place: what was linked to while it can be seen, else the row that is read. */
function keepPlace(event: React.MouseEvent<HTMLAnchorElement>) {
  const { search, hash } = window.location;
  const linked = document.getElementById(hash.slice(1))?.getBoundingClientRect();
  const isSeen = linked && linked.bottom > 0 && linked.top < window.innerHeight;
  const row = window.scrollY > 0 && !isSeen ? rowInView()?.id : undefined;
  event.currentTarget.search = search;
  event.currentTarget.hash = row ?? hash;
}
