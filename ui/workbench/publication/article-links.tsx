import { useFormatter, useTranslations } from "next-intl";
import form from "@/ui/account/form.module.css";
import { type End, EndForm } from "@/ui/sharing/end-form";
import { LinkForm, type MakeLink } from "@/ui/sharing/link-form";
import styles from "./article-links.module.css";

type ArticleLinksProps = {
  slug: string;
  links: readonly {
    readonly id: string;
    readonly createdAt: Date;
    readonly expiresAt: Date | null;
    readonly guests: number;
  }[];
  make: MakeLink;
  end: End;
};

/** The links that open an article, the way to end each, and to make one more. */
export function ArticleLinks({ slug, links, make, end }: ArticleLinksProps) {
  const t = useTranslations("Publication");
  const shared = useTranslations("Shared");
  const format = useFormatter();
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  return (
    <div className={styles.links}>
      <p>{t("links", { count: links.length })}</p>
      {links.length > 0 && (
        <ul className={form.list}>
          {links.map(({ id, createdAt, expiresAt, guests }) => (
            <li key={id}>
              <span>
                {t("linkOf", { date: day(createdAt) })}
                <small>
                  {[
                    expiresAt && shared("until", { date: day(expiresAt) }),
                    t("guests", { count: guests }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </small>
              </span>
              <EndForm
                end={end}
                fields={{ id }}
                label={shared("revoke")}
                name={t("revokeLinkOf", { date: day(createdAt) })}
              />
            </li>
          ))}
        </ul>
      )}
      <LinkForm make={make} fields={{ kind: "article", articleSlug: slug }} />
    </div>
  );
}
