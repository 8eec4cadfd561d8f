import { useSyncExternalStore } from "react";

type NoteRows = ReadonlyMap<string, number>;

// The annotations of the page are known to their own bundle, which comes after the text; what is beside the text is told from there.
const nothing: NoteRows = new Map();
let current = nothing;
const listeners = new Set<() => void>();

/** Tells how many annotations begin in each row. */
export function tellNoteRows(placed: readonly { readonly row: string }[]): void {
  const rows = new Map<string, number>();
  for (const { row } of placed) rows.set(row, (rows.get(row) ?? 0) + 1);
  current = rows;
  for (const listener of listeners) listener();
}

export function useNoteRows(): NoteRows {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => nothing,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
