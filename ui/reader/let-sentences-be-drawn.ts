/**
 * Lets a selection begin at the first letter of a sentence. Chromium drops a selection whose start lies before the
 * element that the same press focuses, and the caret before a sentence's first letter belongs to the sentence before.
 * So a sentence is not focusable while the mouse is down on it, and gets the focus afterwards if nothing was selected.
 * Returns what undoes it.
 */
export function letSentencesBeDrawn(): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let pressed: { readonly sentence: HTMLElement; readonly tabIndex: string } | null = null;

  function handleDown(event: PointerEvent) {
    release();
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    if (!(event.target instanceof Element)) return;
    const sentence = event.target.closest<HTMLElement>("[data-sentence][tabindex]");
    const tabIndex = sentence?.getAttribute("tabindex");
    if (!sentence || !tabIndex) return;
    pressed = { sentence, tabIndex };
    sentence.removeAttribute("tabindex");
  }

  function handleUp(event: PointerEvent) {
    const sentence = pressed?.sentence;
    release();
    const isClick = document.getSelection()?.isCollapsed !== false;
    const isInside = event.target instanceof Node && sentence?.contains(event.target);
    const isControl = event.target instanceof Element && event.target.closest("a, button") !== null;
    if (isClick && isInside && !isControl) sentence?.focus({ preventScroll: true });
  }

  function release() {
    if (pressed) pressed.sentence.setAttribute("tabindex", pressed.tabIndex);
    pressed = null;
  }

  document.addEventListener("pointerdown", handleDown, { signal, capture: true });
  document.addEventListener("pointerup", handleUp, { signal });
  document.addEventListener("pointercancel", handleUp, { signal });
  return () => {
    release();
    listening.abort();
  };
}
