import type { ContentMark, ContentMarkType } from "./content";

/** The order of marks on a text, outermost first: two texts with the same marks have equal lists. */
export const markOrder: readonly ContentMarkType[] = [
  "link",
  "term",
  "bold",
  "italic",
  "strike",
  "code",
];

export function sortMarks(marks: readonly ContentMark[]): readonly ContentMark[] {
  return marks.toSorted((a, b) => markOrder.indexOf(a.type) - markOrder.indexOf(b.type));
}
