import { useTranslations } from "next-intl";
import { useId } from "react";
import type { ArticleSummary } from "@/core/article/article-summary";
import { levels } from "@/core/article/front-matter";
import { languages } from "@/core/article/language";
import { Link } from "@/i18n/navigation";
import styles from "./library-filters.module.css";
import {
  type Facet,
  isFiltered,
  kinds,
  type LibraryQuery,
  libraryPath,
  orders,
  readings,
} from "./library-query";
import { SearchField } from "./search-field";

type LibraryFiltersProps = { articles: readonly ArticleSummary[]; query: LibraryQuery };

/** Every choice is a link of its own, so that it can be shared and works without JavaScript. */
export function LibraryFilters({ articles, query }: LibraryFiltersProps) {
  const t = useTranslations("Library");
  const facets: Record<Facet, readonly Option[]> = {
    level: levels
      .filter((level) => articles.some((article) => article.level === level))
      .map((level) => optionFor({ level }, level, query)),
    kind: kinds
      .filter((kind) => articles.some((article) => article.isFiction === (kind === "fiction")))
      .map((kind) => optionFor({ kind }, t(`kind.${kind}`), query)),
    original: languages
      .filter((language) => articles.some(({ direction }) => direction?.startsWith(language)))
      .map((original) => optionFor({ original }, t(`original.${original}`), query)),
    reading: readings.map((reading) => optionFor({ reading }, t(`reading.${reading}`), query)),
  };
  return (
    <search aria-label={t("filter")}>
      <details className={styles.filters} open={isFiltered(query) || undefined}>
        <summary>{t("filterAndOrder")}</summary>
        <div className={styles.facets}>
          {facetNames
            .filter((facet) => facets[facet].length > 1 || query[facet])
            .map((facet) => (
              <Choice
                key={facet}
                name={facet}
                label={t(`facet.${facet}`)}
                options={facets[facet]}
              />
            ))}
        </div>
        <div className={styles.below}>
          <SearchField query={query} />
          <Choice
            name="order"
            label={t("order")}
            options={orders.map((order) => ({
              label: t(`orders.${order}`),
              path: libraryPath({ ...query, order }),
              isChosen: query.order === order,
              isRemoved: false,
            }))}
          />
        </div>
      </details>
    </search>
  );
}

const facetNames = ["level", "kind", "original", "reading"] as const;

type Option = {
  readonly label: string;
  readonly path: string;
  readonly isChosen: boolean;
  /** Following the link takes the choice back. */
  readonly isRemoved: boolean;
};

function optionFor(
  choice: Partial<Pick<LibraryQuery, Facet>>,
  label: string,
  query: LibraryQuery,
): Option {
  const chosen = { ...query, ...choice };
  const isChosen = libraryPath(chosen) === libraryPath(query);
  const without = {
    ...query,
    ...Object.fromEntries(Object.keys(choice).map((name) => [name, null])),
  };
  return { label, path: libraryPath(isChosen ? without : chosen), isChosen, isRemoved: isChosen };
}

type ChoiceProps = { name: string; label: string; options: readonly Option[] };

function Choice({ name, label, options }: ChoiceProps) {
  const t = useTranslations("Library");
  const id = useId();
  return (
    <div className={styles.choice} data-facet={name}>
      <span id={id}>{label}</span>
      <ul aria-labelledby={id}>
        {options.map(({ label: words, path, isChosen, isRemoved }) => (
          <li key={words}>
            <Link
              href={path}
              prefetch={false}
              scroll={false}
              rel="nofollow"
              aria-current={isChosen ? "true" : undefined}
            >
              {words}
              {isRemoved && <span className="visually-hidden"> {t("remove")}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
