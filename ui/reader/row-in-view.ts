export type RowInView = {
  readonly id: string;
  /** From the top of the window to the top of the row, in CSS pixels. */
  readonly top: number;
};

const below = 64; // the header covers what is above

/** What was kept last where the end of the page did not let it stand as it stood, and where it stands instead. */
let kept: { readonly row: RowInView; readonly cell: HTMLElement; readonly top: number } | null =
  null;

/** The row the reader is at: the one that was kept if nobody has scrolled since, else the first that can be seen. */
export function rowInView(): RowInView | null {
  return kept && standsAt(kept.cell, kept.top) ? kept.row : firstInView();
}

function standsAt(cell: HTMLElement, expected: number): boolean {
  const { top, bottom, height } = cell.getBoundingClientRect();
  const isSeen = cell.isConnected && height > 0 && bottom > below && top < window.innerHeight;
  return isSeen && Math.abs(top - expected) < 2;
}

function firstInView(): RowInView | null {
  for (const cell of document.querySelectorAll<HTMLElement>("[data-side] .row > .cell")) {
    const { top, bottom, height } = cell.getBoundingClientRect();
    if (height === 0 || bottom <= below) continue;
    const id = cell.closest<HTMLElement>("[data-row]")?.dataset.row;
    return id === undefined ? null : { id, top };
  }
  return null;
}

/** Scrolls so that a row stands where it stood, after the page was set anew. */
export function keepRow(place: RowInView): void {
  const { id, top } = place;
  for (const row of document.querySelectorAll<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)) {
    const cell = row.querySelector<HTMLElement>(".cell");
    const now = cell?.getBoundingClientRect();
    if (!cell || !now || now.height === 0) continue;
    window.scrollBy({ top: now.top - top, behavior: "instant" });
    const stands = cell.getBoundingClientRect().top;
    kept = Math.abs(stands - top) < 2 ? null : { row: place, cell, top: stands };
    return;
  }
}
