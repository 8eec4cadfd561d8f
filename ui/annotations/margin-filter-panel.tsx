import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { type Colour, colours } from "@/core/annotation/annotation";
import { type FilterChoices, isFiltering, type MarginFilter, noFilter } from "./margin-filter";
import styles from "./margin-filter-panel.module.css";

type MarginFilterPanelProps = {
  filter: MarginFilter;
  choices: FilterChoices;
  onFilter: (filter: MarginFilter) => void;
};

/** Which annotations the page shows: by whom, in which colour, with which tag. Not there where there is nothing to choose. */
export function MarginFilterPanel({ filter, choices, onFilter }: MarginFilterPanelProps) {
  const t = useTranslations("MarginFilter");
  const names = useTranslations("Annotations.colours");
  const panelId = useId();
  const { authors, tags } = choices;
  const isWorthIt = authors.size > 1 || choices.colours.size > 1 || tags.size > 0;
  if (!isWorthIt && !isFiltering(filter)) return null;

  return (
    <div className={styles.filter}>
      <button
        type="button"
        className={styles.open}
        popoverTarget={panelId}
        data-active={isFiltering(filter) || undefined}
      >
        <ListFilter aria-hidden size={15} strokeWidth={1.75} />
        {isFiltering(filter) ? t("active") : t("open")}
      </button>
      <div
        id={panelId}
        popover="auto"
        role="dialog"
        aria-label={t("open")}
        className={styles.panel}
      >
        <Choices name={t("colours")}>
          {colours
            .filter((colour) => choices.colours.has(colour) || filter.colours.includes(colour))
            .map((colour) => (
              <Choice
                key={colour}
                label={names(colour)}
                colour={colour}
                count={choices.colours.get(colour) ?? 0}
                isChosen={filter.colours.includes(colour)}
                onChange={() => onFilter({ ...filter, colours: toggled(filter.colours, colour) })}
              />
            ))}
        </Choices>
        {authors.size > 1 && (
          <Choices name={t("authors")}>
            {[...authors].map(([id, { name, count }]) => (
              <Choice
                key={id}
                label={id === "me" ? t("me") : (name ?? t("nameless"))}
                count={count}
                isChosen={filter.authors.includes(id)}
                onChange={() => onFilter({ ...filter, authors: toggled(filter.authors, id) })}
              />
            ))}
          </Choices>
        )}
        {tags.size > 0 && (
          <Choices name={t("tags")}>
            {[...tags].map(([tag, count]) => (
              <Choice
                key={tag}
                label={tag}
                count={count}
                isChosen={filter.tags.includes(tag)}
                onChange={() => onFilter({ ...filter, tags: toggled(filter.tags, tag) })}
              />
            ))}
          </Choices>
        )}
        {isFiltering(filter) && (
          <button type="button" className={styles.all} onClick={() => onFilter(noFilter)}>
            {t("all")}
          </button>
        )}
      </div>
    </div>
  );
}

function Choices({ name, children }: { name: string; children: ReactNode }) {
  return (
    <fieldset className={styles.choices}>
      <legend>{name}</legend>
      {children}
    </fieldset>
  );
}

type ChoiceProps = {
  label: string;
  colour?: Colour;
  count: number;
  isChosen: boolean;
  onChange: () => void;
};

function Choice({ label, colour, count, isChosen, onChange }: ChoiceProps) {
  return (
    <label className={styles.choice} data-colour={colour}>
      <input type="checkbox" checked={isChosen} onChange={onChange} />
      {colour && <span aria-hidden className={styles.swatch} />}
      <span className={styles.label}>{label}</span>
      <span className={styles.count}>{count}</span>
    </label>
  );
}

function toggled<Value>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}
