"use client";

import { TextSearch } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { lazy, Suspense, useRef, useState } from "react";
import type { ContentsEntry } from "@/core/article/contents";
import { otherLanguage } from "@/core/article/language";
import type { View } from "@/core/article/layout";
import controlStyles from "@/ui/controls/control.module.css";
import styles from "./contents-menu.module.css";

// Loaded when the menu is opened for the first time.
const ArticleSearch = lazy(async () => ({
  default: (await import("./article-search")).ArticleSearch,
}));

type ContentsMenuProps = {
  slug: string;
  view: View;
  /** Each with the address of its row, which may stand in another part. */
  entries: readonly (ContentsEntry & { readonly href: string })[];
};

/** A search of the whole text, and its headings: in the language of the interface, the other one beneath; a list of links without JavaScript too. */
export function ContentsMenu({ slug, view, entries }: ContentsMenuProps) {
  const t = useTranslations("Contents");
  const locale = useLocale();
  const other = otherLanguage(locale);
  const menu = useRef<HTMLDetailsElement>(null);
  const [hasBeenOpen, setHasBeenOpen] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  return (
    <details
      ref={menu}
      className={styles.menu}
      name="reader-menu"
      onKeyDown={closeOnEscape}
      onToggle={() => setHasBeenOpen(true)}
    >
      <summary className={controlStyles.control} title={t("title")}>
        <TextSearch size={17} strokeWidth={1.75} aria-hidden="true" />
        <span className="visually-hidden">{t("title")}</span>
      </summary>
      <nav className={styles.panel} aria-label={t("title")}>
        {hasBeenOpen && (
          <Suspense fallback={<div className={styles.searchPlace} />}>
            <ArticleSearch
              slug={slug}
              view={view}
              onAsk={(question) => setIsAsking(question !== "")}
              onGo={() => menu.current?.removeAttribute("open")}
            />
          </Suspense>
        )}
        <ol hidden={isAsking}>
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
