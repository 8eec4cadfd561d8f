import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Article } from "@/core/article/article";
import type { Place } from "@/core/checks/finding";
import type { Severity } from "@/core/checks/rule";
import { Keys } from "../key-map";
import styles from "./findings-list.module.css";
import { type LocatedFinding, locatePlace, textOfPlace } from "./located-finding";
import { useExplanation } from "./use-explanation";
import { type Findings, nameOf } from "./use-findings";

type FindingsListProps = { article: Article; findings: Findings; mayEdit: boolean };

const kinds = ["error", "warning", "note", "dismissed"] as const;
type Kind = (typeof kinds)[number];

// More than anybody goes through at a sitting; the rest shows as these are dealt with.
const shownAtOnce = 200;

/** The findings of the article, worst kinds to choose from, each with what can be done about it. */
export function FindingsList({ article, findings, mayEdit }: FindingsListProps) {
  const t = useTranslations("Workbench.findings");
  const [hidden, setHidden] = useState<ReadonlySet<Kind>>(new Set(["dismissed"]));
  const shown = findings.located.filter((each) => !hidden.has(kindOf(each)));
  const count = (kind: Kind) => findings.located.filter((each) => kindOf(each) === kind).length;
  return (
    <>
      <fieldset className={styles.filters} aria-label={t("filter")}>
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            data-kind={kind}
            aria-pressed={!hidden.has(kind)}
            onClick={() => setHidden(toggled(hidden, kind))}
          >
            {t(`count.${kind}`, { count: count(kind) })}
          </button>
        ))}
      </fieldset>
      <p role="status" className={styles.status}>
        {findings.state === "done" ? shown.length === 0 && t("none") : t(findings.state)}
      </p>
      <ol className={styles.list}>
        {shown.slice(0, shownAtOnce).map((each) => (
          <FindingItem
            key={nameOf(each.finding)}
            article={article}
            each={each}
            isCurrent={each === findings.current}
            findings={findings}
            mayEdit={mayEdit}
          />
        ))}
      </ol>
      {shown.length > shownAtOnce && (
        <p className={styles.status}>{t("more", { count: shown.length - shownAtOnce })}</p>
      )}
    </>
  );
}

type FindingItemProps = {
  article: Article;
  each: LocatedFinding;
  isCurrent: boolean;
  findings: Findings;
  mayEdit: boolean;
};

function FindingItem({ article, each, isCurrent, findings, mayEdit }: FindingItemProps) {
  const t = useTranslations("Workbench.findings");
  const severity = useTranslations("Checks.severity");
  const explain = useExplanation();
  const element = useRef<HTMLLIElement>(null);
  const { finding, rowIndex, isDismissed } = each;
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  return (
    <li
      ref={element}
      className={styles.item}
      data-severity={isDismissed ? "dismissed" : finding.severity}
      aria-current={isCurrent || undefined}
    >
      <button type="button" className={styles.go} onClick={() => findings.choose(each)}>
        <span className={styles.head}>
          <b>{severity(finding.severity)}</b>
          {rowIndex >= 0 ? t("row", { number: String(rowIndex + 1) }) : t("head")}
        </span>
        <span className={styles.why}>{explain(finding)}</span>
        <Words article={article} place={finding.place} fix={finding.fix} />
      </button>
      {finding.others.length > 0 && (
        <OtherPlaces article={article} each={each} findings={findings} />
      )}
      <span className={styles.acts}>
        {mayEdit && finding.fix !== null && !isDismissed && (
          <button type="button" onClick={() => findings.fix(each)}>
            {isCurrent && <Keys act="fix" all={false} />}
            {t("fix")}
          </button>
        )}
        <button type="button" onClick={() => findings.dismiss(each)}>
          {isCurrent && <Keys act="dismiss" all={false} />}
          {t(isDismissed ? "recall" : "dismiss")}
        </button>
      </span>
    </li>
  );
}

// A habit of a whole book has hundreds; whoever mends these sees the next.
const placesShown = 12;

/** The further places of a habit, each with its words and the way there. */
function OtherPlaces({
  article,
  each: { finding },
  findings,
}: Pick<FindingItemProps, "article" | "each" | "findings">) {
  const t = useTranslations("Workbench.findings");
  const { others } = finding;
  return (
    <details className={styles.others}>
      <summary>{t("others", { count: others.length })}</summary>
      <ul>
        {others.slice(0, placesShown).map((place) => {
          const { rowIndex } = locatePlace(article, place);
          return (
            <li key={`${place.side} ${place.blockId} ${place.start}`}>
              <button
                type="button"
                className={styles.go}
                onClick={() => findings.goTo(finding, place)}
              >
                <span className={styles.head}>
                  {rowIndex >= 0 ? t("row", { number: String(rowIndex + 1) }) : t("head")}
                </span>
                <Words article={article} place={place} fix={null} />
              </button>
            </li>
          );
        })}
      </ul>
      {others.length > placesShown && <p>{t("more", { count: others.length - placesShown })}</p>}
    </details>
  );
}

const reach = 32;

/** The words at the place with a little of what stands around them, and what could stand there instead. */
function Words({ article, place, fix }: { article: Article; place: Place; fix: string | null }) {
  const { side, start, end } = place;
  const text = textOfPlace(article, place);
  if (text === null) return null;
  const from = Math.max(0, start - reach);
  const to = Math.min(text.length, end + reach);
  return (
    <span lang={side} className={styles.words}>
      {from > 0 && "…"}
      {text.slice(from, start)}
      {fix === null ? (
        <mark>{text.slice(start, end)}</mark>
      ) : (
        <>
          <del>{visible(text.slice(start, end))}</del> <ins>{visible(fix)}</ins>
        </>
      )}
      {text.slice(end, to)}
      {to < text.length && "…"}
    </span>
  );
}

/** A no-break space looks like a space: where they differ, they are shown. */
function visible(text: string): string {
  return text.replace(/[\u00a0\u202f]/gu, "⍽").replace(/ {2,}/gu, (run) => "·".repeat(run.length));
}

function kindOf({ finding, isDismissed }: LocatedFinding): Severity | "dismissed" {
  return isDismissed ? "dismissed" : finding.severity;
}

function toggled(kinds: ReadonlySet<Kind>, kind: Kind): ReadonlySet<Kind> {
  const next = new Set(kinds);
  if (!next.delete(kind)) next.add(kind);
  return next;
}
