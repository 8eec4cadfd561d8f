import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { ListedNote } from "@/core/notes/listed-note";
import { NoteRow } from "./note-row";
import styles from "./notes-list.module.css";

type NotesListProps = {
  label: string;
  notes: readonly ListedNote[];
  /** How many there are, loaded or not. */
  total: number;
  chosen: ReadonlySet<string>;
  onChoose: (id: string, isChosen: boolean) => void;
  /** Called when the end of what is loaded comes near. */
  onEnd: () => void;
};

const likelyHeight = 150;
const nearEnd = 15;

/** Thousands of notes, of which only those near the window are drawn; on paper all that are loaded. */
export function NotesList({ label, notes, total, chosen, onChoose, onEnd }: NotesListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  const isPrinting = useIsPrinting();
  const virtualizer = useWindowVirtualizer({
    count: notes.length,
    estimateSize: () => likelyHeight,
    getItemKey: (index) => notes[index]?.annotation.id ?? index,
    overscan: 6,
    scrollMargin: top,
  });
  const shown = virtualizer.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;

  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  useEffect(() => {
    if (last >= notes.length - nearEnd) onEnd();
  }, [last, notes.length, onEnd]);

  if (isPrinting) {
    return (
      <ul className={styles.list}>
        {notes.map((note) => (
          <li key={note.annotation.id}>
            <NoteRow note={note} isChosen={false} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <ul
      ref={list}
      className={styles.list}
      aria-label={label}
      style={{ height: virtualizer.getTotalSize() }}
    >
      {shown.map(({ index, key, start }) => {
        const note = notes[index];
        if (!note) return null;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-posinset={index + 1}
            aria-setsize={Math.max(total, notes.length)}
            className={styles.item}
            style={{ translate: `0 ${start - top}px` }}
          >
            <NoteRow note={note} isChosen={chosen.has(note.annotation.id)} onChoose={onChoose} />
          </li>
        );
      })}
    </ul>
  );
}

function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    // The browser takes its picture of the page when these have returned.
    const begin = () => flushSync(() => setIsPrinting(true));
    const end = () => setIsPrinting(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting;
}
