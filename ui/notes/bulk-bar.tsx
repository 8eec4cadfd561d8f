import { Check, RotateCcw, Tag, Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { NoteAction } from "@/core/notes/note-action";
import { ColourButtons } from "../annotations/colour-buttons";
import { TagField } from "../annotations/tag-field";
import styles from "./bulk-bar.module.css";

type BulkBarProps = {
  ids: readonly string[];
  /** How many the query finds, chosen or not. */
  total: number;
  tags: readonly string[];
  onAct: (actions: readonly NoteAction[]) => void;
  onAll: () => void;
  onNone: () => void;
};

/** What can be done to the chosen notes, all at once; everything can be taken back. */
export function BulkBar({ ids, total, tags, onAct, onAll, onNone }: BulkBarProps) {
  const t = useTranslations("Notes");
  const [isTagging, setIsTagging] = useState(false);
  const all = [...ids];
  return (
    <section className={styles.bar} aria-label={t("bulk")}>
      <div className={styles.head}>
        <p className={styles.count}>
          {t("chosen", { count: ids.length })}{" "}
          {ids.length < total && (
            <button type="button" className={styles.word} onClick={onAll}>
              {t("chooseAll", { count: total })}
            </button>
          )}
        </p>
        <button type="button" className={styles.act} aria-label={t("none")} onClick={onNone}>
          <X aria-hidden size={16} strokeWidth={1.75} />
        </button>
      </div>
      <div className={styles.acts}>
        <ColourButtons
          chosen={null}
          size="small"
          onColour={(colour) => onAct([{ kind: "colour", ids: all, colour }])}
        />
        <button
          type="button"
          className={styles.act}
          aria-expanded={isTagging}
          onClick={() => setIsTagging(!isTagging)}
        >
          <Tag aria-hidden size={15} strokeWidth={1.75} />
          {t("tag")}
        </button>
        <button
          type="button"
          className={styles.act}
          onClick={() => onAct([{ kind: "resolve", ids: all }])}
        >
          <Check aria-hidden size={15} strokeWidth={2} />
          {t("resolve")}
        </button>
        <button
          type="button"
          className={styles.act}
          onClick={() => onAct([{ kind: "reopen", ids: all }])}
        >
          <RotateCcw aria-hidden size={15} strokeWidth={1.75} />
          {t("reopen")}
        </button>
        <button
          type="button"
          className={styles.act}
          onClick={() => onAct([{ kind: "audience", ids: all, audience: "me", groupId: null }])}
        >
          {t("onlyMe")}
        </button>
        <button
          type="button"
          className={styles.act}
          onClick={() => onAct([{ kind: "delete", ids: all }])}
        >
          <Trash2 aria-hidden size={15} strokeWidth={1.75} />
          {t("delete")}
        </button>
      </div>
      {isTagging && (
        <div className={styles.tagging}>
          <TagField
            label={t("tagChosen")}
            tags={[]}
            known={tags}
            takesFocus
            onChange={([tag]) => {
              setIsTagging(false);
              if (tag !== undefined) onAct([{ kind: "tag", ids: all, tag }]);
            }}
            onClose={() => setIsTagging(false)}
          />
        </div>
      )}
    </section>
  );
}
