import type { RowState } from "./confidence";

/** How sure the alignment of a stretch of rows is; the worst of it counts, for doubt must not drown among what is sure. */
const heats = ["changed", "doubt", "open", "sure", "none"] as const;
export type Heat = (typeof heats)[number];

/** Below this the machine itself doubts. */
const doubtful = 0.8;

export function heatOf({ state, confidence }: RowState): Heat {
  if (state === "text-changed" || state === "needs-review") return "changed";
  if (state === "open") return confidence !== null && confidence < doubtful ? "doubt" : "open";
  return state === "verified" ? "sure" : "none";
}

/** The worst of several rows. */
export function worstHeat(several: readonly Heat[]): Heat {
  return heats.find((heat) => several.includes(heat)) ?? "none";
}
