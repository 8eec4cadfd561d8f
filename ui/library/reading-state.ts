import type { ReadingProgress } from "@/ui/reader/reading-progress";
import type { LibraryQuery } from "./library-query";

type ReadingState = NonNullable<LibraryQuery["reading"]>;

// The last row need not be the first in view: who has come this far has the end before their eyes.
const READ_FROM = 0.97;

export function readingState(progress: ReadingProgress | undefined): ReadingState {
  if (!progress) return "unread";
  return progress.fraction >= READ_FROM ? "read" : "begun";
}

/** Whether an article is one of those asked for, by what the reader has read of it. */
export function isAskedFor(
  asked: ReadingState | null,
  progress: ReadingProgress | undefined,
): boolean {
  return asked === null || readingState(progress) === asked;
}

/** Whole per cent, never 0 for an article that was begun nor 100 for one that is not finished. */
export function percentRead({ fraction }: ReadingProgress): number {
  return Math.min(99, Math.max(1, Math.round(fraction * 100)));
}

const MAX_TO_CONTINUE = 3;

/** The slugs of what was begun and not finished, the latest first, at most three. */
export function toContinue(bySlug: ReadonlyMap<string, ReadingProgress>): readonly string[] {
  return [...bySlug]
    .filter(([, progress]) => readingState(progress) === "begun")
    .toSorted(([, a], [, b]) => b.readAt - a.readAt)
    .slice(0, MAX_TO_CONTINUE)
    .map(([slug]) => slug);
}
