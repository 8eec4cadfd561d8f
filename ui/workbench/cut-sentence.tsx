import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Language } from "@/core/article/language";
import styles from "./work-forms.module.css";

type CutSentenceProps = {
  text: string;
  language: Language;
  /** Where the second part begins, in code units of the text. */
  onCut: (offset: number) => void;
  onCancel: () => void;
};

/** The words of a sentence, of which one is to begin a new one: arrows choose it, Enter cuts. */
export function CutSentence({ text, language, onCut, onCancel }: CutSentenceProps) {
  const t = useTranslations("Workbench.cut");
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ word, offset: index }));
  const [chosen, setChosen] = useState(() => Math.max(1, Math.floor(words.length / 2)));
  const button = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the choice
  useEffect(() => button.current?.focus(), [chosen]);

  function handleKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === "Escape") onCancel();
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      setChosen(Math.max(1, Math.min(words.length - 1, chosen + by)));
    }
  }

  return (
    <fieldset className={styles.form} onKeyDown={handleKeyDown}>
      <legend>{t("label")}</legend>
      <p className={styles.words} lang={language}>
        {words.map(({ word, offset }, index) => (
          <button
            key={offset}
            ref={index === chosen ? button : undefined}
            type="button"
            className={styles.word}
            data-second={index >= chosen}
            disabled={index === 0}
            tabIndex={index === chosen ? 0 : -1}
            onClick={() => onCut(offset)}
          >
            {word}
          </button>
        ))}
      </p>
    </fieldset>
  );
}
