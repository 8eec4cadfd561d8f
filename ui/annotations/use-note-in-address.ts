import { useEffect, useRef } from "react";

type Places = {
  readonly isHere: (id: string) => boolean;
  readonly onHere: (id: string) => void;
  readonly isOrphaned: (id: string) => boolean;
  readonly onOrphaned: (id: string) => void;
  /** Where an annotation of another part is opened; `null` for every other. */
  readonly addressElsewhere: (id: string) => string | null;
};

/** Opens the note that the address names (`?note=…`), once it is known where it stands; the notes page links so. */
export function useNoteInAddress(places: Places): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    const wanted = new URLSearchParams(window.location.search).get("note");
    if (wanted === null) return;
    const elsewhere = places.addressElsewhere(wanted);
    const isHere = places.isHere(wanted);
    if (!isHere && !places.isOrphaned(wanted) && elsewhere === null) return;
    isDone.current = true;
    if (isHere) places.onHere(wanted);
    else if (elsewhere === null) places.onOrphaned(wanted);
    else window.location.replace(elsewhere);
  });
}
