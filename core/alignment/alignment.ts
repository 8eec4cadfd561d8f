/** One side of a document as the aligner reads it. */
export type AlignmentText = {
  /** In reading order. */
  readonly sentences: readonly string[];
  /** For each sentence the index of its paragraph, never falling. */
  readonly paragraphs: readonly number[];
};

/** An aligned group of sentences by index; either list may be empty, and every sentence is in exactly one bead. */
export type IndexBead = {
  readonly de: readonly number[];
  readonly en: readonly number[];
  /** From 0 to 1: how likely the bead is right. */
  readonly probability: number;
};
