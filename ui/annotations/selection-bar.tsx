import { Copy, NotebookPen, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { Colour } from "@/core/annotation/annotation";
import { ColourButtons } from "./colour-buttons";
import styles from "./selection-bar.module.css";

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
  onRemove?: () => void;
};

/** The small bar at a selected or clicked passage: four colours, a note, and deleting where there is something to delete. */
export function SelectionBar({
  quote,
  colour,
  takesFocus,
  getBox,
  audience,
  onColour,
  onNote,
  onCopy,
  onRemove,
}: SelectionBarProps) {
  const t = useTranslations("SelectionBar");
  const bar = useRef<HTMLDivElement>(null);
  const noteButton = useRef<HTMLButtonElement>(null);
  const [stop, setStop] = useState(4); // the note button: Enter writes, 1 to 4 colour
  usePosition(bar, getBox);

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
      <button
        type="button"
        className={styles.action}
        aria-label={t("copy")}
        title={t("copy")}
        tabIndex={stop === 5 ? 0 : -1}
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
          tabIndex={stop === 6 ? 0 : -1}
          onClick={onRemove}
        >
          <Trash2 aria-hidden size={17} strokeWidth={1.75} />
        </button>
      )}
    </div>
  );
}

/** A press on the bar must not take away the selection it is for. */
function keepSelection(event: PointerEvent) {
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

const gapPx = 10;
const edgePx = 8;

/** Above the passage, or below it where there is no room, always inside the window. On touch the style sheet docks it. */
function usePosition(bar: React.RefObject<HTMLDivElement | null>, getBox: () => DOMRect | null) {
  const latest = useRef(getBox);
  latest.current = getBox;

  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return;
    let frame = 0;

    function place() {
      const box = latest.current();
      if (!element || !box) return;
      const { width, height } = element.getBoundingClientRect();
      const header = document.querySelector("header")?.getBoundingClientRect().bottom ?? 0;
      const above = box.top - height - gapPx;
      const top = above > Math.max(header, 0) + edgePx ? above : box.bottom + gapPx;
      const left = box.left + box.width / 2 - width / 2;
      const lowest = window.innerHeight - height - edgePx;
      const rightmost = document.documentElement.clientWidth - width - edgePx;
      element.style.setProperty("--bar-top", `${Math.max(edgePx, Math.min(top, lowest))}px`);
      element.style.setProperty("--bar-left", `${Math.max(edgePx, Math.min(left, rightmost))}px`);
    }

    function placeSoon() {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(place);
    }

    place();
    window.addEventListener("scroll", placeSoon, { passive: true });
    window.addEventListener("resize", placeSoon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", placeSoon);
      window.removeEventListener("resize", placeSoon);
    };
  });
}
