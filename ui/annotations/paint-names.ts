import { type Colour, colours } from "@/core/annotation/annotation";
import type { TextRange } from "@/core/annotation/side-text";
import type { Language } from "@/core/article/language";

export type PaintName = `${"highlight" | "active" | "twin"}-${Colour}` | "passage-chosen";

/** The names of what is painted for thousands, made once. */
export const paintNames = {
  highlight: {
    yellow: "highlight-yellow",
    green: "highlight-green",
    blue: "highlight-blue",
    pink: "highlight-pink",
  },
  twin: { yellow: "twin-yellow", green: "twin-green", blue: "twin-blue", pink: "twin-pink" },
} as const satisfies Record<string, Record<Colour, PaintName>>;

/** One passage to be painted; the name is that of a `::highlight()` in highlights.css. */
export type Paint = {
  readonly name: PaintName;
  readonly side: Language;
  readonly range: TextRange;
};

/** Later names lie on top of earlier ones where passages overlap. */
export const paintOrder: readonly PaintName[] = [
  ...colours.map((colour) => `twin-${colour}` as const),
  ...colours.map((colour) => `highlight-${colour}` as const),
  ...colours.map((colour) => `active-${colour}` as const),
  "passage-chosen",
];
