import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { noteText } from "@/core/annotation/note-text";
import styles from "./annotation-picker.module.css";
import type { PlacedAnnotation } from "./place-annotations";

/** Where the reader asked, in CSS pixels of the viewport. */
export type PickedAt = { readonly x: number; readonly y: number };

type AnnotationPickerProps = {
  found: readonly PlacedAnnotation[];
  at: PickedAt;
  onPick: (id: string) => void;
  onHover: (id: string | null) => void;
  /** Without a choice; `true` where the focus should go back to where it was. */
  onClose: (isByKey: boolean) => void;
};

/** Several annotations at one place, one below the other: the way to each of them where their patterns cannot say it. */
export function AnnotationPicker({ found, at, onPick, onHover, onClose }: AnnotationPickerProps) {
  const t = useTranslations("Picker");
  const colours = useTranslations("Annotations.colours");
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    const right = document.documentElement.clientWidth - width - edgePx;
    const below = at.y + gapPx + height < window.innerHeight;
    const top = below ? at.y + gapPx : Math.max(edgePx, at.y - gapPx - height);
    element.style.setProperty("--picker-left", `${Math.max(edgePx, Math.min(at.x, right))}px`);
    element.style.setProperty("--picker-top", `${top}px`);
    element.querySelector("button")?.focus({ preventScroll: true });
  }, [at]);

  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const listening = new AbortController();
    const away = (event: Event) => {
      if (event.target instanceof Node && list.current?.contains(event.target)) return;
      close.current(false);
    };
    document.addEventListener("pointerdown", away, { capture: true, signal: listening.signal });
    window.addEventListener("scroll", away, { passive: true, signal: listening.signal });
    return () => listening.abort();
  }, []);

  function handleKeyDown(event: KeyboardEvent) {
    const items = [...(list.current?.querySelectorAll("button") ?? [])];
    const focused = document.activeElement;
    const current = focused instanceof HTMLButtonElement ? items.indexOf(focused) : -1;
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      event.stopPropagation();
      return onClose(true);
    }
    const next = {
      ArrowDown: (current + 1) % items.length,
      ArrowUp: (current + items.length - 1) % items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items[next]?.focus({ preventScroll: true });
    items[next]?.scrollIntoView({ block: "nearest" });
  }

  return createPortal(
    <div
      ref={list}
      role="menu"
      tabIndex={-1}
      aria-label={t("label", { count: found.length })}
      className={styles.picker}
      onKeyDown={handleKeyDown}
    >
      {found.map(({ annotation, author, isOwn }) => (
        <button
          key={annotation.id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={styles.item}
          data-colour={annotation.colour}
          onClick={() => onPick(annotation.id)}
          onFocus={() => onHover(annotation.id)}
          onPointerEnter={() => onHover(annotation.id)}
        >
          <span className={styles.swatch} aria-hidden />
          <span className="visually-hidden">{colours(annotation.colour)}</span>
          <span className={styles.words}>
            <q lang={annotation.anchor.side}>{shorten(annotation.anchor.exact, 60)}</q>
            {annotation.note && <span>{shorten(noteText(annotation.note), 80)}</span>}
            {!isOwn && <span className={styles.author}>{author?.name ?? t("nameless")}</span>}
          </span>
        </button>
      ))}
    </div>,
    document.body,
  );
}

const gapPx = 10;
const edgePx = 8;

function shorten(words: string, length: number): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > length ? `${line.slice(0, length - 2).trimEnd()} …` : line;
}
