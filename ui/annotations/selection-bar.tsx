import { BookA, Copy, NotebookPen, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { Colour } from "@/core/annotation/annotation";
import { ColourButtons } from "./colour-buttons";
import styles from "./selection-bar.module.css";
import { useBesidePassage } from "./use-beside-passage";

export type SelectionBarProps = {
  /** The words of the passage, for those who do not see it. */
  quote: string;
  /** The colour it has; `null` while it is only selected. */
  colour: Colour | null;
  /** Takes the focus when it opens: it was opened by a key. */
  takesFocus: boolean;
  /** Where the passage is in the viewport; `null` when it is gone. */
  getBox: () => DOMRect | null;
  /** Who will see what is marked; `null` for the reader alone. */
  audience?: string | null;
  onColour: (colour: Colour) => void;
  onNote: () => void;
  /** Copies the words with where they stand. */
  onCopy: () => void;
  /** Looks the words up; `null` where they are too many for a dictionary. */
  onLookUp?: (() => void) | null;
  onRemove?: () => void;
};

/** The small bar at a selected or clicked passage: four colours, a note, looking up, copying, and deleting where there is something to delete. */
export function SelectionBar({
  quote,
  colour,
  takesFocus,
  getBox,
  audience,
  onColour,
  onNote,
  onCopy,
  onLookUp = null,
  onRemove,
}: SelectionBarProps) {
  const t = useTranslations("SelectionBar");
  const bar = useRef<HTMLDivElement>(null);
  const noteButton = useRef<HTMLButtonElement>(null);
  const [stop, setStop] = useState(4); // the note button: Enter writes, 1 to 4 colour
  const before = onLookUp ? 1 : 0; // stands before copying
  useBesidePassage(bar, getBox);

  useEffect(() => {
    if (takesFocus) noteButton.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  function handleKeyDown(event: KeyboardEvent) {
    const buttons: Element[] = [...(bar.current?.querySelectorAll("button") ?? [])];
    const current = document.activeElement ? buttons.indexOf(document.activeElement) : -1;
    const next = nextStop(event, current, buttons.length);
    if (next === null) return;
    event.preventDefault();
    setStop(next);
    const button = buttons[next];
    if (button instanceof HTMLElement) button.focus();
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={colour ? t("editLabel") : t("label")}
      className={styles.bar}
      onKeyDown={handleKeyDown}
      onPointerDown={keepSelection}
    >
      <p role="status" className="visually-hidden">
        {takesFocus && t("chosen", { quote: shorten(quote) })}
      </p>
      {audience && <p className={styles.audience}>{t("audience", { audience })}</p>}
      <ColourButtons chosen={colour} tabStop={stop} onColour={onColour} />
      <span className={styles.divider} />
      <button
        ref={noteButton}
        type="button"
        className={styles.action}
        tabIndex={stop === 4 ? 0 : -1}
        onClick={onNote}
      >
        <NotebookPen aria-hidden size={17} strokeWidth={1.75} />
        <span className={styles.label}>{t("note")}</span>
      </button>
      {onLookUp && (
        <button
          type="button"
          className={styles.action}
          aria-label={t("lookUp")}
          title={t("lookUp")}
          tabIndex={stop === 5 ? 0 : -1}
          onClick={onLookUp}
        >
          <BookA aria-hidden size={17} strokeWidth={1.75} />
        </button>
      )}
      <button
        type="button"
        className={styles.action}
        aria-label={t("copy")}
        title={t("copy")}
        tabIndex={stop === 5 + before ? 0 : -1}
        onClick={onCopy}
      >
        <Copy aria-hidden size={17} strokeWidth={1.75} />
      </button>
      {onRemove && (
        <button
          type="button"
          className={styles.action}
          aria-label={t("remove")}
          title={t("remove")}
          tabIndex={stop === 6 + before ? 0 : -1}
          onClick={onRemove}
        >
          <Trash2 aria-hidden size={17} strokeWidth={1.75} />
        </button>
      )}
    </div>
  );
}

/** A press on the bar must not take away the selection it is for. */
export function keepSelection(event: PointerEvent) {
  event.preventDefault();
}

function nextStop(event: KeyboardEvent, current: number, count: number): number | null {
  if (event.shiftKey || current === -1) return null;
  if (event.key === "ArrowRight") return (current + 1) % count;
  if (event.key === "ArrowLeft") return (current + count - 1) % count;
  if (event.key === "Home") return 0;
  if (event.key === "End") return count - 1;
  return null;
}

function shorten(quote: string): string {
  return quote.length > 120 ? `${quote.slice(0, 118).trimEnd()} …` : quote;
}
