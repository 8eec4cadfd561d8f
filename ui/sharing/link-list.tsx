import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import styles from "../account/form.module.css";
import { type End, EndForm } from "./end-form";
import { LinkForm, type MakeLink } from "./link-form";

type LinkListProps = {
  links: readonly {
    readonly id: string;
    readonly kind: "annotation" | "notes" | "group" | "article";
    readonly about: string;
    readonly expiresAt: string | null;
  }[];
  /** Those on which there is something that a link would show. */
  articles: readonly { readonly slug: string; readonly title: string }[];
  make: MakeLink;
  end: End;
};

/** What the reader shows by links, the way to end each, and to make one to all they show of an article. */
export function LinkList({ links, articles, make, end }: LinkListProps) {
  const t = useTranslations("Shared");
  const format = useFormatter();
  const id = useId();
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
              <EndForm
                end={end}
                fields={{ id: linkId }}
                label={t("revoke")}
                name={t("revokeNamed", { about })}
              />
            </li>
          ))}
        </ul>
      )}
      {articles.length > 0 && (
        <LinkForm make={make} fields={{ kind: "notes" }}>
          <div className={styles.field}>
            <label htmlFor={id}>{t("shareNotes")}</label>
            <select id={id} name="articleSlug">
              {articles.map(({ slug, title }) => (
                <option key={slug} value={slug}>
                  {title}
                </option>
              ))}
            </select>
          </div>
        </LinkForm>
      )}
    </>
  );
}
