/** Which code units of a text have been read as part of a quantity: what is a date is no number too. */
export class Claims {
  readonly #taken: Uint8Array;

  constructor(length: number) {
    this.#taken = new Uint8Array(length);
  }

  isFree(start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) if (this.#taken[at] === 1) return false;
    return true;
  }

  /** True where it was free; then it is taken. */
  take(start: number, end: number): boolean {
    if (!this.isFree(start, end)) return false;
    this.#taken.fill(1, start, end);
    return true;
  }
}
