import { useEffect, useRef, useState } from "react";
import { clampSelection, type Passage, type Pointer, readSelection } from "./passage";
import type { ReadingSides } from "./reading-sides";

const settleMs = 250; // touch handles and shift+arrows report every step; the bar waits until the reader pauses

/** The passage that is selected in the document, by mouse, touch handles or caret keys; settable for the keyboard. */
export function usePassage(sides: ReadingSides) {
  const [passage, setPassage] = useState<Passage | null>(null);
  const isOurs = useRef(false); // a selection made by `choose` is not read back

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    let pointer: Pointer | null = null;
    let isDrawing = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function settle() {
      const selection = document.getSelection();
      if (!selection || isOurs.current || isWriting()) return;
      clampSelection(sides, selection, pointer);
      const found = readSelection(sides, selection, pointer);
      setPassage((current) => (found || current?.origin !== "keyboard" ? found : current));
    }

    function handleSelectionChange() {
      clearTimeout(timer);
      const selection = document.getSelection();
      if (!selection || isOurs.current) return;
      if (isDrawing) return clampSelection(sides, selection, pointer);
      timer = setTimeout(settle, selection.isCollapsed ? 0 : settleMs);
    }

    function handlePointerDown(event: PointerEvent) {
      isOurs.current = false;
      if (event.pointerType !== "mouse" || event.button !== 0) return;
      pointer = { x: event.clientX, y: event.clientY };
      isDrawing = sides.sideOf(event.target instanceof Node ? event.target : null) !== null;
    }

    function handlePointerMove(event: PointerEvent) {
      if (isDrawing) pointer = { x: event.clientX, y: event.clientY };
    }

    function handlePointerUp() {
      if (!isDrawing) return;
      isDrawing = false;
      clearTimeout(timer);
      timer = setTimeout(() => {
        settle();
        pointer = null;
      });
    }

    handleSelectionChange(); // what was selected before marking was there to listen
    document.addEventListener("selectionchange", handleSelectionChange, { signal });
    document.addEventListener("pointerdown", handlePointerDown, { signal, capture: true });
    document.addEventListener("pointermove", handlePointerMove, { signal, passive: true });
    document.addEventListener("pointerup", handlePointerUp, { signal });
    document.addEventListener("pointercancel", handlePointerUp, { signal });
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, [sides]);

  return {
    passage,
    /** Chooses a passage by keyboard. */
    choose(next: Passage) {
      isOurs.current = true;
      document.getSelection()?.removeAllRanges();
      setPassage(next);
    },
    drop() {
      document.getSelection()?.removeAllRanges();
      setPassage(null);
    },
  };
}

/** A selection inside a note that is being written is none of ours. */
function isWriting(): boolean {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && focused.isContentEditable;
}
