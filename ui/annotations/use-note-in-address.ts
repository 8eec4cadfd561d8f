import { useEffect, useRef } from "react";
import type { PlacedAnnotation } from "./place-annotations";

/** Opens the note that the address names (`?note=…`), once it is there; the notes page links so. */
export function useNoteInAddress(
  placed: readonly PlacedAnnotation[],
  onFound: (id: string) => void,
): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    const wanted = new URLSearchParams(window.location.search).get("note");
    if (!placed.some(({ annotation }) => annotation.id === wanted)) return;
    isDone.current = true;
    onFound(wanted ?? "");
  });
}
