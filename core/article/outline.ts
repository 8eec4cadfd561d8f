import type { Article, Row } from "./article";
import { rowStates } from "./confidence";
import { type ContentsEntry, contentsOf } from "./contents";
import { type Heat, heatOf } from "./heat";
import type { Language } from "./language";
import { minutesToRead } from "./minutes-to-read";
import { partsOf } from "./parts";

/** What a page says about a whole article, whichever part of it is read. */
export type Outline = {
  readonly parts: readonly (readonly Row[])[];
  /** The headings, each with the part it stands in, from 1. */
  readonly contents: readonly (ContentsEntry & { readonly part: number })[];
  /** How sure the alignment of each row is. */
  readonly heat: ReadonlyMap<string, Heat>;
  readonly minutes: Readonly<Record<Language, number>>;
};

/** Goes through the whole text: worth keeping. */
export function outlineOf(article: Article): Outline {
  const parts = partsOf(article);
  const partOf = new Map(parts.flatMap((rows, index) => rows.map(({ id }) => [id, index + 1])));
  const states = rowStates(article).map(heatOf);
  return {
    parts,
    heat: new Map(article.rows.map(({ id }, index) => [id, states[index] ?? "none"])),
    contents: contentsOf(article).map((entry) => ({ ...entry, part: partOf.get(entry.row) ?? 1 })),
    minutes: { de: minutesToRead(article.sides.de), en: minutesToRead(article.sides.en) },
  };
}
