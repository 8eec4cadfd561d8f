import { Search, SlidersHorizontal } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import type { NoteFacets } from "@/core/notes/listed-note";
import { everyNote, isAnyNote, type NotesQuery, noteSorts } from "@/core/notes/notes-query";
import styles from "./notes-filters.module.css";

type NotesFiltersProps = {
  query: NotesQuery;
  facets: NoteFacets | null;
  onQuery: (query: NotesQuery) => void;
};

const pauseMs = 250;

/** What is asked for: words, and what each note is, with how many there are of each. */
export function NotesFilters({ query, facets, onQuery }: NotesFiltersProps) {
  const t = useTranslations("Notes");
  const locale = useLocale();
  return (
    <search className={styles.filters} aria-label={t("filters")}>
      <div className={styles.line}>
        <TextField query={query} onQuery={onQuery} />
        <label className={styles.sort}>
          {t("sort")}
          <select
            value={query.sort}
            onChange={(event) => {
              const sort = noteSorts.find((one) => one === event.target.value);
              if (sort) onQuery({ ...query, sort });
            }}
          >
            {noteSorts.map((sort) => (
              <option key={sort} value={sort}>
                {t(`sorts.${sort}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <details className={styles.more} open={!isAnyNote({ ...query, text: "" })}>
        <summary>
          <SlidersHorizontal aria-hidden size={15} strokeWidth={1.75} />
          {t("refine")}
        </summary>
        <div className={styles.facets}>
          <Facet name={t("facets.state")}>
            {facets?.states.map(({ value, count }) => (
              <Choice
                key={value}
                count={count}
                isChosen={query.state === value}
                onToggle={(on) => onQuery({ ...query, state: on ? value : null })}
              >
                {t(`states.${value}`)}
              </Choice>
            ))}
          </Facet>
          <Facet name={t("facets.colour")}>
            {listed(facets?.colours, query.colours).map(({ value, count }) => (
              <Choice
                key={value}
                count={count}
                isChosen={query.colours.includes(value)}
                onToggle={(on) => onQuery({ ...query, colours: toggled(query.colours, value, on) })}
              >
                <span className={styles.swatch} data-colour={value} aria-hidden />
                {t(`colours.${value}`)}
              </Choice>
            ))}
          </Facet>
          <Facet name={t("facets.tag")}>
            {listed(facets?.tags, query.tags).map(({ value, count }) => (
              <Choice
                key={value}
                count={count}
                isChosen={query.tags.includes(value)}
                onToggle={(on) => onQuery({ ...query, tags: toggled(query.tags, value, on) })}
              >
                {value}
              </Choice>
            ))}
          </Facet>
          <Facet name={t("facets.article")}>
            {facets?.articles.map(({ value, titles, count }) => (
              <Choice
                key={value}
                count={count}
                isChosen={query.articles.includes(value)}
                onToggle={(on) =>
                  onQuery({ ...query, articles: toggled(query.articles, value, on) })
                }
              >
                {(locale === "en" ? titles.en : titles.de) ?? titles.de ?? titles.en ?? value}
              </Choice>
            ))}
          </Facet>
          <Facet name={t("facets.side")}>
            {listed(facets?.sides, query.sides).map(({ value, count }) => (
              <Choice
                key={value}
                count={count}
                isChosen={query.sides.includes(value)}
                onToggle={(on) => onQuery({ ...query, sides: toggled(query.sides, value, on) })}
              >
                {t(`sides.${value}`)}
              </Choice>
            ))}
          </Facet>
          <Facet name={t("facets.group")}>
            {facets?.groups.map(({ value, name, count }) => (
              <Choice
                key={value}
                count={count}
                isChosen={query.groups.includes(value)}
                onToggle={(on) => onQuery({ ...query, groups: toggled(query.groups, value, on) })}
              >
                {name}
              </Choice>
            ))}
          </Facet>
          {(facets?.people.length ?? 0) > 1 && (
            <Facet name={t("facets.person")}>
              {facets?.people.map(({ value, name, count }) => (
                <Choice
                  key={value}
                  count={count}
                  isChosen={query.people.includes(value)}
                  onToggle={(on) => onQuery({ ...query, people: toggled(query.people, value, on) })}
                >
                  {name ?? t("somebody")}
                </Choice>
              ))}
            </Facet>
          )}
          <fieldset className={styles.facet}>
            <legend>{t("facets.date")}</legend>
            <label className={styles.date}>
              {t("from")}
              <input
                type="date"
                value={query.from ?? ""}
                onChange={(event) => onQuery({ ...query, from: event.target.value || null })}
              />
            </label>
            <label className={styles.date}>
              {t("to")}
              <input
                type="date"
                value={query.to ?? ""}
                onChange={(event) => onQuery({ ...query, to: event.target.value || null })}
              />
            </label>
          </fieldset>
        </div>
      </details>
      {!isAnyNote(query) && (
        <button
          type="button"
          className={styles.reset}
          onClick={() => onQuery({ ...everyNote, sort: query.sort })}
        >
          {t("reset")}
        </button>
      )}
    </search>
  );
}

/** Asks after a pause in writing, not at every letter. */
function TextField({ query, onQuery }: Pick<NotesFiltersProps, "query" | "onQuery">) {
  const t = useTranslations("Notes");
  const [text, setText] = useState(query.text);
  const [asked, setAsked] = useState(query.text);
  if (query.text !== asked) {
    // Taken back from outside: "show all", or Back.
    setAsked(query.text);
    setText(query.text);
  }

  useEffect(() => {
    if (text === asked) return;
    const timer = setTimeout(() => {
      setAsked(text);
      onQuery({ ...query, text });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, asked, query, onQuery]);

  return (
    <span className={styles.search}>
      <Search aria-hidden size={17} strokeWidth={1.75} />
      <input
        type="search"
        value={text}
        maxLength={300}
        aria-label={t("search")}
        placeholder={t("searchPlaceholder")}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
    </span>
  );
}

type FacetProps = { name: string; children: ReactNode };

function Facet({ name, children }: FacetProps) {
  const isEmpty = !Array.isArray(children) || children.length === 0;
  if (isEmpty) return null;
  return (
    <fieldset className={styles.facet}>
      <legend>{name}</legend>
      {children}
    </fieldset>
  );
}

type ChoiceProps = {
  count: number;
  isChosen: boolean;
  onToggle: (isChosen: boolean) => void;
  children: ReactNode;
};

function Choice({ count, isChosen, onToggle, children }: ChoiceProps) {
  return (
    <button
      type="button"
      className={styles.choice}
      aria-pressed={isChosen}
      onClick={() => onToggle(!isChosen)}
    >
      {children}
      <span className={styles.count}>{count}</span>
    </button>
  );
}

type Counted<Value> = { readonly value: Value; readonly count: number };

/** What is chosen stays in the list, also where nothing is left of it. */
function listed<Value>(
  counted: readonly Counted<Value>[] | undefined,
  chosen: readonly Value[],
): readonly Counted<Value>[] {
  const known = counted ?? [];
  const missing = chosen.filter((value) => !known.some((one) => one.value === value));
  return [...known, ...missing.map((value) => ({ value, count: 0 }))];
}

function toggled<Value>(values: readonly Value[], value: Value, isOn: boolean): Value[] {
  const others = values.filter((one) => one !== value);
  return isOn ? [...others, value] : others;
}
