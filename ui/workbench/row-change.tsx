import { useTranslations } from "next-intl";
import { type RowDiff, stateChanges, type WordRun } from "@/core/article/diff-articles";
import { languages } from "@/core/article/language";
import styles from "./row-change.module.css";

/** What changed in a row: its words, its links, and what is checked, doubted or locked in it. */
export function RowChange({ row }: { row: RowDiff }) {
  const t = useTranslations("Versions");
  const told = [
    row.kind !== "changed" && t(`kind.${row.kind}`),
    row.hasOtherLinks && t("links"),
    ...stateChanges.map((name) => row.states[name] > 0 && t(name, { count: row.states[name] })),
  ];
  return (
    <span className={styles.row} data-kind={row.kind}>
      <span className={styles.told}>{[row.rowId, ...told].filter(Boolean).join(" · ")}</span>
      {languages.map((side) => (
        <span key={side} lang={side} className={styles.words}>
          {row[side].map((run, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs of words have no other name, and keep no state
            <Run key={index} run={run} />
          ))}
        </span>
      ))}
    </span>
  );
}

function Run({ run }: { run: WordRun }) {
  if (run.kind === "added") return <ins>{run.text}</ins>;
  if (run.kind === "removed") return <del>{run.text}</del>;
  return run.text;
}
