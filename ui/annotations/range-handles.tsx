import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { TextRange } from "@/core/annotation/side-text";
import { caretAt } from "../reader/keep-to-side";
import { moveEnd } from "./move-end";
import { extendByWord, extendStartByWord } from "./passage";
import type { PlacedAnnotation } from "./place-annotations";
import styles from "./range-handles.module.css";
import type { ReadingSides } from "./reading-sides";
import { domToPoint, pointToDom } from "./text-index";

type RangeHandlesProps = {
  sides: ReadingSides;
  one: PlacedAnnotation;
  /** The passage while it is drawn; `null` when the reader lets it be. */
  onDraw: (range: TextRange | null) => void;
  onChange: (range: TextRange) => void;
};

const ends = ["start", "end"] as const;
type End = (typeof ends)[number];

/** A handle at either end of a highlight whose bar is open: drawn by mouse or finger, or moved word by word with arrows. */
export function RangeHandles({ sides, one, onDraw, onChange }: RangeHandlesProps) {
  const t = useTranslations("Handles");
  const [drawn, setDrawn] = useState<TextRange | null>(null);
  const pulled = useRef<End | null>(null);
  const index = sides.current(one.annotation.anchor.side);
  const range = drawn ?? one.range;
  const handles = useRef<Record<End, HTMLButtonElement | null>>({ start: null, end: null });

  useLayoutEffect(() => {
    let frame = 0;
    function place() {
      for (const end of ends) {
        const at = placeOf(end);
        const handle = handles.current[end];
        if (!handle || !at) continue;
        handle.style.setProperty("--handle-left", `${at.x}px`);
        handle.style.setProperty("--handle-top", `${at.y}px`);
        handle.style.setProperty("--handle-line", `${at.height}px`);
      }
    }
    function placeOf(end: End) {
      const dom = pointToDom(index, range[end], end === "start" ? "after" : "before");
      if (!dom) return null;
      const caret = document.createRange();
      caret.setStart(dom.node, dom.offset);
      const rects = caret.getClientRects();
      const box = rects[0] ?? caret.getBoundingClientRect();
      return { x: box.left, y: box.top, height: box.height };
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

  function handleDown(event: PointerEvent<HTMLButtonElement>, end: End) {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    pulled.current = end;
  }

  function handleMove(event: PointerEvent<HTMLButtonElement>) {
    const end = pulled.current;
    if (!end) return;
    const height = handles.current[end]?.getBoundingClientRect().height ?? 0;
    // The finger is on the handle, which hangs below its line: the letter meant is above it.
    const y = event.pointerType === "mouse" ? event.clientY : event.clientY - height;
    const caret = caretUnder(event.clientX, y);
    if (!caret || sides.sideOf(caret.node) !== index) return;
    const point = domToPoint(index, caret.node, caret.offset, "after");
    const next = point && moveEnd(index.text, range, end, point);
    if (!next) return;
    setDrawn(next);
    onDraw(next);
  }

  /** What lies under the handle, not the handle. */
  function caretUnder(x: number, y: number) {
    const all = Object.values(handles.current);
    for (const handle of all) if (handle) handle.style.pointerEvents = "none";
    const caret = caretAt(x, y);
    for (const handle of all) handle?.style.removeProperty("pointer-events");
    return caret;
  }

  function handleUp() {
    if (!pulled.current) return;
    pulled.current = null;
    setDrawn(null);
    onDraw(null);
    if (drawn) onChange(drawn);
  }

  function handleCancel() {
    pulled.current = null;
    setDrawn(null);
    onDraw(null);
  }

  function handleKeyDown(event: KeyboardEvent, end: End) {
    const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (direction !== 1 && direction !== -1) return;
    event.preventDefault();
    event.stopPropagation();
    const extend = end === "start" ? extendStartByWord : extendByWord;
    onChange(extend(index.text, one.range, direction));
  }

  return createPortal(
    ends.map((end) => (
      <button
        key={end}
        ref={(element) => {
          handles.current[end] = element;
        }}
        type="button"
        className={styles.handle}
        data-end={end}
        data-annotation-handle=""
        data-colour={one.annotation.colour}
        aria-label={t(end)}
        onPointerDown={(event) => handleDown(event, end)}
        onPointerMove={handleMove}
        onPointerUp={handleUp}
        onPointerCancel={handleCancel}
        onKeyDown={(event) => handleKeyDown(event, end)}
      />
    )),
    document.body,
  );
}
