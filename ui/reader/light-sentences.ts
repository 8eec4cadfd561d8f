import type { Language } from "@/core/article/language";
import { isWriting } from "../controls/is-writing";
import { keepToSide } from "./keep-to-side";
import { letSentencesBeDrawn } from "./let-sentences-be-drawn";

/**
 * Lights the sentence under the pointer, the focus or the last tap together with its counterparts, and moves the focus
 * from sentence to sentence: j/k anywhere, arrows and `g` (to the counterpart) on a focused sentence.
 * `container` holds both sides, `[data-sentence][data-bead]` marks their sentences. Returns what undoes it all.
 */
export function lightSentences(container: HTMLElement): () => void {
  const sentences = [...container.querySelectorAll<HTMLElement>("[data-sentence]")];
  const byBead = groupByBead(sentences);
  let lit: string | null = null;

  for (const sentence of sentences) sentence.tabIndex = -1;
  if (sentences[0]) sentences[0].tabIndex = 0; // one stop for Tab; j and k go on from there
  let tabStop = sentences[0];

  function light(bead: string | null) {
    if (bead === lit) return;
    for (const sentence of byBead.get(lit ?? "") ?? []) delete sentence.dataset.lit;
    for (const sentence of byBead.get(bead ?? "") ?? []) sentence.dataset.lit = "";
    lit = bead;
  }

  function focus(sentence: HTMLElement | undefined) {
    if (!sentence) return;
    if (tabStop) tabStop.tabIndex = -1;
    tabStop = sentence;
    sentence.tabIndex = 0;
    sentence.focus({ preventScroll: true });
    sentence.scrollIntoView({ block: "nearest" });
  }

  function handlePointerOver(event: PointerEvent) {
    if (event.pointerType !== "mouse") return;
    light(beadAt(event.target) ?? beadAt(document.activeElement));
  }

  function handlePointerLeave(event: PointerEvent) {
    if (event.pointerType === "mouse") light(beadAt(document.activeElement));
  }

  function handleClick(event: MouseEvent) {
    light(beadAt(event.target));
  }

  function handleFocusIn(event: FocusEvent) {
    const bead = beadAt(event.target);
    if (bead !== null) light(bead);
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.defaultPrevented || isWriting(event.target)) return;
    const current = sentenceAt(event.target);
    const next = sentenceFor(event.key, current);
    if (!next) return;
    event.preventDefault();
    focus(next);
  }

  function sentenceFor(key: string, current: HTMLElement | null): HTMLElement | undefined {
    if (key === "j" || (current && key === "ArrowDown"))
      return current ? step(current, 1) : firstInView();
    if (key === "k" || (current && key === "ArrowUp"))
      return current ? step(current, -1) : firstInView();
    if (current && (key === "g" || key === "ArrowLeft" || key === "ArrowRight"))
      return counterpart(current);
    return undefined;
  }

  function step(current: HTMLElement, by: 1 | -1): HTMLElement | undefined {
    const side = sentences.filter((sentence) => sideOf(sentence) === sideOf(current));
    return side[side.indexOf(current) + by];
  }

  function counterpart(current: HTMLElement): HTMLElement | undefined {
    return byBead
      .get(current.dataset.bead ?? "")
      ?.find((sentence) => sideOf(sentence) !== sideOf(current));
  }

  function firstInView(): HTMLElement | undefined {
    if (tabStop && isInView(tabStop)) return tabStop;
    return sentences.find(isInView) ?? sentences[0];
  }

  // As soon as they take the focus: whoever reads may select before marking has come.
  const stopLettingBeDrawn = letSentencesBeDrawn();
  const stopKeeping = keepToSide();
  const listening = new AbortController();
  const { signal } = listening;
  container.addEventListener("pointerover", handlePointerOver, { signal });
  container.addEventListener("pointerleave", handlePointerLeave, { signal });
  container.addEventListener("click", handleClick, { signal });
  container.addEventListener("focusin", handleFocusIn, { signal });
  document.addEventListener("keydown", handleKeyDown, { signal });
  return () => {
    stopLettingBeDrawn();
    stopKeeping();
    listening.abort();
    light(null);
  };
}

function groupByBead(sentences: readonly HTMLElement[]): Map<string, HTMLElement[]> {
  const groups = new Map<string, HTMLElement[]>();
  for (const sentence of sentences) {
    const bead = sentence.dataset.bead;
    if (bead === undefined) continue;
    groups.set(bead, [...(groups.get(bead) ?? []), sentence]);
  }
  return groups;
}

function sentenceAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-sentence]") : null;
}

function beadAt(target: EventTarget | null): string | null {
  return sentenceAt(target)?.dataset.bead ?? null;
}

function sideOf(sentence: HTMLElement): Language | undefined {
  return sentence.closest<HTMLElement>("[data-side]")?.dataset.side === "de" ? "de" : "en";
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}
