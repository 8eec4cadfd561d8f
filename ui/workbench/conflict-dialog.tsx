import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import type { Article, Row } from "@/core/article/article";
import { findBlock } from "@/core/article/article-index";
import { blockText } from "@/core/article/content";
import { diffArticles, type RowDiff } from "@/core/article/diff-articles";
import { languages } from "@/core/article/language";
import { type Choice, compareForMerge } from "@/core/article/operations/merge-articles";
import styles from "./conflict-dialog.module.css";
import { RowChange } from "./row-change";
import { loadMergeParts, type MergeParts } from "./store/server";
import { WorkDialog } from "./work-dialog";
import forms from "./work-forms.module.css";

type ConflictDialogProps = {
  slug: string;
  article: Article;
  version: number;
  onMerge: (version: number, choices: readonly Choice[]) => Promise<void>;
  onClose: () => void;
};

/** Somebody else saved a version meanwhile: what both did is put together, and where both did something, one is chosen. */
export function ConflictDialog({ slug, article, version, onMerge, onClose }: ConflictDialogProps) {
  const t = useTranslations("Workbench.conflict");
  const [parts, setParts] = useState<MergeParts | null>(null);
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const [isMerging, setMerging] = useState(false);
  useEffect(() => {
    loadMergeParts(slug).then(setParts);
  }, [slug]);
  const chunks = useMemo(
    () => (parts ? compareForMerge(parts.base, article, parts.theirs) : []),
    [parts, article],
  );
  const changes = useMemo(
    () =>
      parts && {
        mine: changesOf(parts.base, article),
        theirs: changesOf(parts.base, parts.theirs),
      },
    [parts, article],
  );
  const conflicts = chunks.filter(({ kind }) => kind === "conflict");
  const count = (wanted: string) => chunks.filter(({ kind }) => kind === wanted).length;
  const isDecided = conflicts.every((_, index) => choices[index] !== undefined);

  async function handleMerge() {
    if (!parts) return;
    setMerging(true);
    await onMerge(parts.version, choices);
    setMerging(false);
  }

  return (
    <WorkDialog title={t("title", { number: String(version) })} onClose={onClose}>
      <p className={styles.text}>{t("text")}</p>
      {parts && (
        <>
          <p className={styles.text}>
            {t("clean", { mine: count("mine"), theirs: count("theirs") })}
          </p>
          {conflicts.length > 0 && (
            <p className={styles.text}>{t("both", { count: conflicts.length })}</p>
          )}
          {conflicts.map((chunk, index) => (
            <fieldset key={chunk.theirs[0]?.id ?? chunk.mine[0]?.id} className={styles.conflict}>
              <legend>{t("place", { number: String(index + 1) })}</legend>
              {(["mine", "theirs"] as const).map((side) => (
                <label key={side} className={styles.choice}>
                  <input
                    type="radio"
                    name={`conflict-${index}`}
                    checked={choices[index] === side}
                    onChange={() => setChoices(Object.assign([...choices], { [index]: side }))}
                  />
                  <span>
                    <b>{side === "mine" ? t("mine") : t("theirs", { number: String(version) })}</b>
                    <Rows
                      article={side === "mine" ? article : parts.theirs}
                      rows={chunk[side]}
                      changes={changes?.[side]}
                    />
                  </span>
                </label>
              ))}
            </fieldset>
          ))}
          <button
            type="button"
            className={forms.submit}
            disabled={!isDecided || isMerging}
            onClick={handleMerge}
          >
            {t("merge")}
          </button>
        </>
      )}
    </WorkDialog>
  );
}

type Changes = ReadonlyMap<string, RowDiff>;

/** What somebody did to each row since the version that both began with. */
function changesOf(base: Article, now: Article): Changes {
  return new Map(diffArticles(base, now).rows.map((row) => [row.rowId, row]));
}

type RowsProps = { article: Article; rows: readonly Row[]; changes: Changes | undefined };

function Rows({ article, rows, changes }: RowsProps) {
  const t = useTranslations("Workbench.conflict");
  if (rows.length === 0) return <em>{t("removed")}</em>;
  return rows.map((row) => {
    const change = changes?.get(row.id);
    if (change) return <RowChange key={row.id} row={change} />;
    return languages.map((side) => (
      <span key={`${row.id} ${side}`} lang={side} className={styles.words}>
        {row[side]
          .flatMap((id) => findBlock(article, id)?.block.node ?? [])
          .map((node) => blockText(node))
          .join(" ¶ ")}
      </span>
    ));
  });
}
