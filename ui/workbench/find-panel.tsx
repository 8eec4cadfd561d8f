import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import type { Article } from "@/core/article/article";
import { findBlock, rowOf } from "@/core/article/article-index";
import { blockText } from "@/core/article/content";
import { languages } from "@/core/article/language";
import { findText, type Match, replaceMatches } from "@/core/article/operations/find-text";
import type { Operation } from "@/core/article/operations/operation";
import styles from "./find-panel.module.css";
import forms from "./work-forms.module.css";

type FindPanelProps = {
  article: Article;
  mayEdit: boolean;
  onReplace: (operation: Operation) => void;
  onGo: (sentence: string) => void;
  onClose: () => void;
};

const limit = 2000;
const shownAtOnce = 100;

/** Looks for a text on both sides, shows what replacing it would make of each place, and replaces those that are ticked. */
export function FindPanel({ article, mayEdit, onReplace, onGo, onClose }: FindPanelProps) {
  const t = useTranslations("Workbench.find");
  const [text, setText] = useState("");
  const [replacement, setReplacement] = useState("");
  const [isCaseSensitive, setCaseSensitive] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const matches = findText(article, { text, isCaseSensitive, sides: languages }, limit);
  const chosen = matches.filter((match) => !left.has(keyOf(match)));

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    const operation = replaceMatches(article, chosen, replacement);
    if (operation && mayEdit) onReplace(operation);
  }

  function handleKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === "Escape") onClose();
  }

  return (
    <search className={styles.panel} onKeyDown={handleKeyDown}>
      <form className={forms.form} onSubmit={handleSubmit}>
        <label className={forms.label}>
          {t("text")}
          <input
            className={forms.field}
            value={text}
            autoComplete="off"
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: the field was asked for by a key
            autoFocus
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        {mayEdit && (
          <label className={forms.label}>
            {t("replacement")}
            <input
              className={forms.field}
              value={replacement}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setReplacement(event.target.value)}
            />
          </label>
        )}
        <label className={styles.case}>
          <input
            type="checkbox"
            checked={isCaseSensitive}
            onChange={(event) => setCaseSensitive(event.target.checked)}
          />
          {t("case")}
        </label>
        {mayEdit && (
          <button type="submit" className={forms.submit} disabled={chosen.length === 0}>
            {t("replace", { count: chosen.length })}
          </button>
        )}
        <button type="button" className={forms.plain} onClick={onClose}>
          {t("close")}
        </button>
      </form>
      <p className={styles.count} role="status">
        {text !== "" && t("found", { count: matches.length })}
      </p>
      <ul className={styles.matches}>
        {matches.slice(0, shownAtOnce).map((match) => (
          <MatchLine
            key={keyOf(match)}
            article={article}
            match={match}
            replacement={mayEdit ? replacement : null}
            isChosen={!left.has(keyOf(match))}
            onChoose={() => setLeft(toggled(left, keyOf(match)))}
            onGo={onGo}
          />
        ))}
      </ul>
    </search>
  );
}

type MatchLineProps = {
  article: Article;
  match: Match;
  replacement: string | null;
  isChosen: boolean;
  onChoose: () => void;
  onGo: (sentence: string) => void;
};

const context = 40;

function MatchLine({ article, match, replacement, isChosen, onChoose, onGo }: MatchLineProps) {
  const t = useTranslations("Workbench.find");
  const block = findBlock(article, match.blockId)?.block;
  if (!block) return null;
  const text = blockText(block.node);
  const number = (rowOf(article, match.blockId)?.index ?? 0) + 1;
  const sentence = block.sentences.find(({ end }) => end > match.start);
  return (
    <li className={styles.match}>
      {replacement !== null && (
        <input
          type="checkbox"
          checked={isChosen}
          aria-label={t("choose", { number: String(number) })}
          onChange={onChoose}
        />
      )}
      <button type="button" className={styles.place} onClick={() => sentence && onGo(sentence.id)}>
        <span className={styles.row}>{number}</span>
        <span lang={match.side}>
          {match.start > context && "…"}
          {text.slice(Math.max(0, match.start - context), match.start)}
          {replacement === null || replacement === "" ? (
            <mark>{text.slice(match.start, match.end)}</mark>
          ) : (
            <>
              <del>{text.slice(match.start, match.end)}</del> <ins>{replacement}</ins>
            </>
          )}
          {text.slice(match.end, match.end + context)}
          {match.end + context < text.length && "…"}
        </span>
      </button>
    </li>
  );
}

function keyOf({ blockId, start }: Match): string {
  return `${blockId}/${start}`;
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
