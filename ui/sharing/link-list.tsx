"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useId, useState } from "react";
import styles from "../account/form.module.css";
import { ShareLinkMaker } from "../annotations/share-link-maker";
import { ActButton } from "../groups/act-button";

type LinkListProps = {
  links: readonly {
    readonly id: string;
    readonly kind: "annotation" | "notes" | "group" | "article";
    readonly about: string;
    readonly expiresAt: string | null;
  }[];
  /** Those on which there is something that a link would show. */
  articles: readonly { readonly slug: string; readonly title: string }[];
};

/** What the reader shows by links, the way to end each, and to make one to all they show of an article. */
export function LinkList({ links, articles }: LinkListProps) {
  const t = useTranslations("Shared");
  const format = useFormatter();
  const id = useId();
  const [slug, setSlug] = useState(articles[0]?.slug ?? "");
  return (
    <>
      {links.length === 0 && <p>{t("noLinks")}</p>}
      {links.length > 0 && (
        <ul className={styles.list}>
          {links.map(({ id: linkId, kind, about, expiresAt }) => (
            <li key={linkId}>
              <span>
                {t(`about.${kind}`, { about })}
                {expiresAt && (
                  <small>
                    {t("until", {
                      date: format.dateTime(new Date(expiresAt), { dateStyle: "medium" }),
                    })}
                  </small>
                )}
              </span>
              <ActButton
                method="DELETE"
                path={`/api/share-links/${linkId}`}
                label={t("revoke")}
                name={t("revokeNamed", { about })}
              />
            </li>
          ))}
        </ul>
      )}
      {articles.length > 0 && (
        <div className={styles.field}>
          <label htmlFor={id}>{t("shareNotes")}</label>
          <select id={id} value={slug} onChange={(event) => setSlug(event.target.value)}>
            {articles.map((article) => (
              <option key={article.slug} value={article.slug}>
                {article.title}
              </option>
            ))}
          </select>
          <ShareLinkMaker key={slug} target={{ kind: "notes", articleSlug: slug }} />
        </div>
      )}
    </>
  );
}
