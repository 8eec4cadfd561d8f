import { useEffect, useRef } from "react";
import { pointToOffset } from "@/core/annotation/side-text";
import { caretAt } from "../reader/keep-to-side";
import type { PickedAt } from "./annotation-picker";
import { annotationsAt } from "./annotations-at";
import type { PlacedAnnotation } from "./place-annotations";
import type { ReadingSides } from "./reading-sides";
import { domToPoint, toDomRanges } from "./text-index";
import { twinRanges } from "./twin-ranges";

type Handlers = {
  readonly onPick: (found: readonly PlacedAnnotation[], at: PickedAt) => void;
  /** The click went elsewhere, not on anything that belongs to the annotations. */
  readonly onMiss: () => void;
  readonly onHover: (found: PlacedAnnotation | null) => void;
};

/** Tells which annotations a click or the mouse is on; painted passages are no elements and take no events. */
export function usePointedAnnotation(
  sides: ReadingSides,
  placed: readonly PlacedAnnotation[],
  handlers: Handlers,
): void {
  const latest = useRef({ placed, handlers });
  latest.current = { placed, handlers };

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    let frame = 0;

    function handleClick(event: MouseEvent) {
      if (!isPlainText(event.target)) {
        if (!isOurs(event.target)) latest.current.handlers.onMiss();
        return;
      }
      if (document.getSelection()?.isCollapsed === false) return;
      const found = annotationsUnder(sides, latest.current.placed, event.clientX, event.clientY);
      if (found.length > 0)
        latest.current.handlers.onPick(found, { x: event.clientX, y: event.clientY });
      else latest.current.handlers.onMiss();
    }

    function handlePointerMove(event: PointerEvent) {
      if (event.pointerType !== "mouse" || event.buttons !== 0) return;
      const { clientX, clientY, target } = event;
      cancelAnimationFrame(frame); // a caret is looked up once per frame at most
      frame = requestAnimationFrame(() => {
        const found = isPlainText(target)
          ? annotationsUnder(sides, latest.current.placed, clientX, clientY)
          : [];
        for (const section of sides.sections()) {
          section.dataset.over = found.length > 0 ? "annotation" : "";
        }
        latest.current.handlers.onHover(found[0] ?? null);
      });
    }

    document.addEventListener("click", handleClick, { signal });
    document.addEventListener("pointermove", handlePointerMove, { signal, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      listening.abort();
    };
  }, [sides]);
}

function isOurs(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("[role=toolbar], [role=menu], dialog, aside, [data-annotation-handle]") !== null
  );
}

/** Text of a side that does nothing of its own when clicked. */
function isPlainText(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest("[data-block]") !== null && target.closest("a, button, summary") === null;
}

function annotationsUnder(
  sides: ReadingSides,
  placed: readonly PlacedAnnotation[],
  x: number,
  y: number,
): readonly PlacedAnnotation[] {
  if (placed.length === 0) return [];
  const caret = caretAt(x, y);
  const index = caret && sides.sideOf(caret.node);
  const point = caret && index && domToPoint(index, caret.node, caret.offset, "after");
  const offset = point && index && pointToOffset(index.text, point);
  if (offset === null || !index) return [];
  return annotationsAt(sides, placed, index.language, offset).filter((one) => {
    const ranges =
      one.annotation.anchor.side === index.language ? [one.range] : twinRanges(sides, one);
    return ranges
      .flatMap((range) => toDomRanges(index, range))
      .some((range) => isUnder(range, x, y));
  });
}

/** The nearest caret may be far from the pointer, beyond the end of a line: the passage itself must be under it. */
function isUnder(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
  );
}
