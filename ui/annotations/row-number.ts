/** The number that stands beside a row: it counts through the whole text, whichever part of it is read. */
export function rowNumber(row: HTMLElement): number {
  return Number(row.querySelector(":scope > .row-number")?.textContent ?? 0);
}
