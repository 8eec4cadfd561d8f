"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useState } from "react";
import { type Language, otherLanguage } from "@/core/article/language";
import styles from "./reveal-counterpart.module.css";

type Revealed = {
  readonly sentence: string;
  readonly language: Language;
  /** Empty where the sentence has no counterpart. */
  readonly text: string;
  readonly left: number;
  readonly top: number;
};

const hoverMs = 350; // long enough that a pointer on its way elsewhere opens nothing

/**
 * In the layouts of one language: the counterpart of a sentence under the pointer after a moment, at a tap, or at the
 * space bar on a focused sentence; Escape and the next tap put it away.
 */
export function RevealCounterpart({ container }: { container: RefObject<HTMLElement | null> }) {
  const t = useTranslations("Reveal");
  const [revealed, setRevealed] = useState<Revealed | null>(null);

  useEffect(() => {
    const text = container.current;
    if (!text) return;
    const listening = new AbortController();
    const { signal } = listening;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function show(sentence: HTMLElement | null) {
      clearTimeout(timer);
      setRevealed(text && sentence && isAlone(text) ? reveal(text, sentence) : null);
    }

    function handlePointerOver(event: PointerEvent) {
      if (event.pointerType !== "mouse") return;
      clearTimeout(timer);
      const sentence = sentenceAt(event.target);
      timer = setTimeout(() => show(sentence), hoverMs);
    }

    function handleClick(event: MouseEvent) {
      if (document.getSelection()?.isCollapsed !== false) show(sentenceAt(event.target));
    }

    function handleKeyDown(event: KeyboardEvent) {
      if (event.key === "Escape") show(null);
      const sentence = sentenceAt(event.target);
      if (event.key !== " " || event.target !== sentence || !text || !isAlone(text)) return;
      event.preventDefault();
      show(sentence);
    }

    function handlePointerLeave(event: PointerEvent) {
      if (event.pointerType === "mouse") timer = setTimeout(() => show(null), hoverMs);
    }

    text.addEventListener("pointerover", handlePointerOver, { signal });
    text.addEventListener("pointerleave", handlePointerLeave, { signal });
    text.addEventListener("click", handleClick, { signal });
    document.addEventListener("keydown", handleKeyDown, { signal });
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, [container]);

  return (
    <div aria-live="polite" className={styles.place}>
      {revealed && (
        <p
          className={styles.counterpart}
          lang={revealed.text ? otherLanguage(revealed.language) : undefined}
          style={{ left: revealed.left, top: revealed.top }}
        >
          {revealed.text || t("none")}
        </p>
      )}
    </div>
  );
}

/** Whether one language is shown alone now; the layout changes without this component being told. */
function isAlone(text: HTMLElement): boolean {
  const layout = text.closest<HTMLElement>("[data-layout]")?.dataset.layout;
  return layout === "german" || layout === "english";
}

function reveal(text: HTMLElement, sentence: HTMLElement): Revealed | null {
  const side = sentence.closest<HTMLElement>("[data-side]");
  const cell = sentence.closest(".cell");
  if (!side || !cell) return null;
  const language = side.dataset.side === "de" ? "de" : "en";
  const bead = CSS.escape(sentence.dataset.bead ?? "");
  const selector = `[data-side="${otherLanguage(language)}"] [data-bead="${bead}"]`;
  const counterparts = [...text.querySelectorAll(selector)];
  const here = text.getBoundingClientRect();
  return {
    sentence: sentence.id,
    language,
    text: counterparts
      .map((one) => one.textContent ?? "")
      .join("")
      .trim(),
    left: cell.getBoundingClientRect().left - here.left,
    top: sentence.getBoundingClientRect().bottom - here.top,
  };
}

function sentenceAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-sentence]") : null;
}
