"use client";

import { Search } from "lucide-react";
import Form from "next/form";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import styles from "./library-filters.module.css";
import { type LibraryQuery, libraryParameters } from "./library-query";

type SearchFieldProps = { query: LibraryQuery };

/** Asks for words of a title and keeps what else is asked for; without JavaScript it is a plain form. */
export function SearchField({ query }: SearchFieldProps) {
  const t = useTranslations("Library");
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);

  // The address may change under the field ("show all"), but not while somebody writes in it.
  useEffect(() => {
    const field = input.current;
    if (field && field !== document.activeElement) field.value = query.q;
  }, [query.q]);

  return (
    <Form action={`/${locale}`} scroll={false} className={styles.search}>
      {libraryParameters({ ...query, q: "" }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input
        ref={input}
        type="search"
        name="q"
        defaultValue={query.q}
        maxLength={100}
        aria-label={t("search")}
        placeholder={t("search")}
        autoComplete="off"
      />
      <button type="submit" aria-label={t("searchSubmit")} title={t("searchSubmit")}>
        <Search aria-hidden="true" size={17} strokeWidth={1.75} />
      </button>
    </Form>
  );
}
