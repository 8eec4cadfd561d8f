import { type RefObject, useLayoutEffect, useRef } from "react";

const gapPx = 10;
const edgePx = 8;

/** Above the passage, or below it where there is no room, always inside the window. On touch the style sheet docks it. */
export function useBesidePassage(
  bar: RefObject<HTMLDivElement | null>,
  getBox: () => DOMRect | null,
): void {
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
