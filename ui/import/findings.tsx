import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Imported } from "@/core/import/import-result";
import styles from "./import-page.module.css";

type FindingsProps = {
  counts: Imported["counts"];
  /** Sentences that say what a person should look at, and where in the preview that is. */
  findings: readonly {
    readonly key: string;
    readonly text: string;
    readonly href: string | null;
  }[];
  leftOvers: Imported["leftOvers"];
  lexicon: Imported["lexicon"];
};

const shownAtFirst = 12;

/** What was found in a document, in words, and what of it is in no article. */
export function Findings({ counts, findings, leftOvers, lexicon }: FindingsProps) {
  const t = useTranslations("ImportPage");
  const { sentences, beads, doubtful, rows, proposedRows } = counts;
  return (
    <>
      <section className={styles.told}>
        <p>{t("counts", { german: sentences.de, english: sentences.en, rows })}</p>
        <p>{doubtful === 0 ? t("sure") : t("doubtful", { count: doubtful, beads })}</p>
        {proposedRows > 0 && <p>{t("proposed", { count: proposedRows })}</p>}
        <p className={styles.hint}>{t(`lexicon.${lexicon}`)}</p>
      </section>
      <section className={styles.told}>
        <h2>{t("findings")}</h2>
        {findings.length === 0 ? (
          <p>{t("noFindings")}</p>
        ) : (
          <LongList
            items={findings}
            more={(count) => t("more", { count })}
            render={({ text, href }) =>
              href === null ? (
                text
              ) : (
                <a href={href} className={styles.place}>
                  {text}
                </a>
              )
            }
          />
        )}
      </section>
      <section className={styles.told}>
        <h2>{t("leftOvers")}</h2>
        {leftOvers.length === 0 ? (
          <p>{t("nothingLeft")}</p>
        ) : (
          <LongList
            items={leftOvers.map((entry, index) => ({ ...entry, key: `${index}` }))}
            more={(count) => t("more", { count })}
            render={({ side, text }) => (
              <>
                <span lang={side}>{text}</span>{" "}
                <small>({t(side === "de" ? "sideDe" : "sideEn")})</small>
              </>
            )}
          />
        )}
      </section>
    </>
  );
}

type LongListProps<Item> = {
  items: readonly Item[];
  more: (count: number) => string;
  render: (item: Item) => ReactNode;
};

/** All of it is there; what is beyond a dozen opens on demand. */
function LongList<Item extends { readonly key: string }>({
  items,
  more,
  render,
}: LongListProps<Item>) {
  const rest = items.slice(shownAtFirst);
  return (
    <>
      <ul>
        {items.slice(0, shownAtFirst).map((item) => (
          <li key={item.key}>{render(item)}</li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{more(rest.length)}</summary>
          <ul>
            {rest.map((item) => (
              <li key={item.key}>{render(item)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
