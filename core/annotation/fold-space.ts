/** A text in which every run of white space is one space, with the way back to the text it came from. */
export type FoldedText = {
  readonly text: string;
  /** For each code unit of `text` its offset in the original. */
  readonly offsets: Uint32Array;
};

/** Folds white space, so that a line break that became a space, or a no-break space, does not hide the same words. */
export function foldSpace(original: string): FoldedText {
  const offsets = new Uint32Array(original.length);
  const pieces: string[] = [];
  let length = 0;
  let end = 0;
  for (const match of original.matchAll(/\S+|\s+/g)) {
    const piece = /^\s/.test(match[0]) ? " " : match[0];
    for (let index = 0; index < piece.length; index += 1) {
      offsets[length + index] = match.index + index;
    }
    pieces.push(piece);
    length += piece.length;
    end = match.index + match[0].length;
  }
  if (end !== original.length) throw new Error(`Folded ${end} of ${original.length} code units`);
  return { text: pieces.join(""), offsets: offsets.slice(0, length) };
}

/** The first place in the folded text that comes from `offset` or later in the original. */
export function toFolded(folded: FoldedText, offset: number): number {
  let low = 0;
  let high = folded.offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((folded.offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
