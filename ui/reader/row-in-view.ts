export type RowInView = {
  readonly id: string;
  /** From the top of the window to the top of the row, in CSS pixels. */
  readonly top: number;
};

const below = 64; // the header covers what is above

/** The first row that can be seen, on whichever side is shown. */
export function rowInView(): RowInView | null {
  for (const cell of document.querySelectorAll<HTMLElement>("[data-side] .row > .cell")) {
    const { top, bottom, height } = cell.getBoundingClientRect();
    if (height === 0 || bottom <= below) continue;
    const id = cell.closest<HTMLElement>("[data-row]")?.dataset.row;
    return id === undefined ? null : { id, top };
  }
  return null;
}

/** Scrolls so that a row stands where it stood, after the page was set anew. */
export function keepRow({ id, top }: RowInView): void {
  for (const row of document.querySelectorAll<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)) {
    const cell = row.querySelector<HTMLElement>(".cell");
    const now = cell?.getBoundingClientRect();
    if (!now || now.height === 0) continue;
    window.scrollBy({ top: now.top - top, behavior: "instant" });
    return;
  }
}
