"use client";

import { List } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ContentsEntry } from "@/core/article/contents";
import { otherLanguage } from "@/core/article/language";
import controlStyles from "@/ui/controls/control.module.css";
import styles from "./contents-menu.module.css";

type ContentsMenuProps = {
  /** Each with the address of its row, which may stand in another part. */
  entries: readonly (ContentsEntry & { readonly href: string })[];
};

/** The headings in the language of the interface, the other one beneath; a list of links without JavaScript too. */
export function ContentsMenu({ entries }: ContentsMenuProps) {
  const t = useTranslations("Contents");
  const locale = useLocale();
  const other = otherLanguage(locale);
  return (
    <details className={styles.menu} name="reader-menu" onKeyDown={closeOnEscape}>
      <summary className={controlStyles.control} title={t("title")}>
        <List size={17} strokeWidth={1.75} aria-hidden="true" />
        <span className="visually-hidden">{t("title")}</span>
      </summary>
      <nav className={styles.panel} aria-label={t("title")}>
        <ol>
          {entries.map(({ row, depth, titles, href }) => (
            <li key={row} data-depth={depth}>
              <a href={href} onClick={close}>
                <span lang={titles[locale] ? locale : other}>
                  {titles[locale] ?? titles[other]}
                </span>
                {titles[locale] && titles[other] && (
                  <span lang={other} className={styles.other}>
                    {titles[other]}
                  </span>
                )}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </details>
  );
}

function close(event: React.SyntheticEvent<HTMLElement>) {
  event.currentTarget.closest("details")?.removeAttribute("open");
}

function closeOnEscape(event: React.KeyboardEvent<HTMLElement>) {
  if (event.key !== "Escape") return;
  close(event);
  event.currentTarget.querySelector("summary")?.focus();
}
