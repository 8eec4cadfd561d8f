import { useFormatter, useTranslations } from "next-intl";
import type { ArticleDiff } from "@/core/article/diff-articles";
import { languages } from "@/core/article/language";
import { Link } from "@/i18n/navigation";
import { RowChange } from "./row-change";
import styles from "./versions-page.module.css";

type VersionLine = {
  readonly number: number;
  readonly message: string;
  readonly author: string | null;
  readonly createdAt: Date;
  readonly isCurrent: boolean;
  readonly isHeld: boolean;
};

type VersionsPageProps = {
  slug: string;
  versions: readonly VersionLine[];
  from: number;
  to: number;
  diff: ArticleDiff | null;
  restore: (form: FormData) => Promise<void>;
};

/** Every version of an article, what changed between any two, and the way back to each. */
export function VersionsPage({ slug, versions, from, to, diff, restore }: VersionsPageProps) {
  const t = useTranslations("Versions");
  const format = useFormatter();
  return (
    <main id="main" className={styles.page}>
      <h1>{t("title")}</h1>
      <p>
        <Link href={`/workbench/${slug}`} prefetch={false}>
          {t("back")}
        </Link>
      </p>
      <form className={styles.choose}>
        <table className={styles.list}>
          <thead>
            <tr>
              <th scope="col">{t("from")}</th>
              <th scope="col">{t("to")}</th>
              <th scope="col">{t("version")}</th>
              <th scope="col">{t("message")}</th>
              <th scope="col">{t("author")}</th>
              <th scope="col">{t("date")}</th>
              <th scope="col">
                <span className="visually-hidden">{t("restore")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <tr key={version.number} aria-current={version.isCurrent || undefined}>
                {(
                  [
                    ["from", from],
                    ["to", to],
                  ] as const
                ).map(([name, chosen]) => (
                  <td key={name}>
                    <input
                      type="radio"
                      name={name}
                      value={version.number}
                      defaultChecked={chosen === version.number}
                      aria-label={t(`choose.${name}`, { number: String(version.number) })}
                    />
                  </td>
                ))}
                <th scope="row">
                  {version.number}
                  {version.isCurrent && <span className={styles.tag}>{t("current")}</span>}
                  {version.isHeld && <span className={styles.tag}>{t("held")}</span>}
                </th>
                <td>{version.message === "content" ? t("content") : version.message}</td>
                <td>{version.author || t("nobody")}</td>
                <td>
                  <time dateTime={version.createdAt.toISOString()}>
                    {format.dateTime(version.createdAt, {
                      dateStyle: "medium",
                      timeStyle: "short",
                    })}
                  </time>
                </td>
                <td>
                  {!version.isCurrent && (
                    <button type="submit" form={`restore-${version.number}`}>
                      {t("restore")}
                      <span className="visually-hidden"> {version.number}</span>
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <button type="submit">{t("compare")}</button>
      </form>
      {versions.map(({ number }) => (
        <form key={number} id={`restore-${number}`} action={restore}>
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="version" value={number} />
        </form>
      ))}
      {diff && <Diff diff={diff} from={from} to={to} />}
    </main>
  );
}

function Diff({ diff, from, to }: { diff: ArticleDiff; from: number; to: number }) {
  const t = useTranslations("Versions");
  const fields = languages.flatMap((side) => diff.fields[side]);
  return (
    <section aria-labelledby="diff">
      <h2 id="diff">{t("diff", { from: String(from), to: String(to) })}</h2>
      <p className={styles.summary}>
        {t("summary", { changed: diff.rows.length, same: diff.same })}{" "}
        {fields.length > 0 && t("fields", { names: [...new Set(fields)].join(", ") })}
      </p>
      {diff.rows.map((row) => (
        <RowChange key={row.rowId} row={row} />
      ))}
    </section>
  );
}
