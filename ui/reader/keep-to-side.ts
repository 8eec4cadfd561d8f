type Pointer = { readonly x: number; readonly y: number };
type Place = { readonly node: Node; readonly offset: number };

/**
 * Keeps a selection that the mouse draws out of its column inside the side where it began, before marking has come to do
 * so: afterwards nobody knows any more where the mouse was let go. Returns what undoes it.
 */
export function keepToSide(): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener("pointerup", handleUp, { signal });
  return () => listening.abort();
}

function handleUp(event: PointerEvent) {
  if (event.pointerType !== "mouse" || event.button !== 0) return;
  const selection = document.getSelection();
  const side = selection && sideOf(selection.anchorNode);
  if (!side || selection.isCollapsed || side.contains(selection.focusNode)) return;
  const pointer = { x: event.clientX, y: event.clientY };
  // A triple click on the last paragraph ends behind the side, too, but the mouse has not left it.
  if (isInside(side, pointer)) return;
  const place = placeNearPointer(side, pointer);
  if (place) selection.extend(place.node, place.offset);
}

function sideOf(node: Node | null): Element | null {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest("[data-side]") ?? null;
}

function isInside(side: Element, { x, y }: Pointer): boolean {
  const { left, right, top, bottom } = side.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** The place of a side that is nearest to the pointer, looking along its line. */
export function placeNearPointer(side: Element, pointer: Pointer): Place | null {
  const box = side.getBoundingClientRect();
  const x = Math.min(Math.max(pointer.x, box.left + 1), box.right - 1);
  const y = Math.min(Math.max(pointer.y, box.top + 1), box.bottom - 1);
  const place = caretAt(x, y);
  return place && side.contains(place.node) ? place : null;
}

/** The text place under a point of the viewport; WebKit has its own name for it. */
export function caretAt(x: number, y: number): Place | null {
  if (typeof document.caretPositionFromPoint === "function") {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
