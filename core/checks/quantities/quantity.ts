import type { Span } from "../flaw";
import type { Measure } from "./measures";

/** Something counted, measured or dated in a text. */
export type Quantity = {
  readonly kind:
    | "number"
    | "fraction"
    | "date"
    | "month"
    | "weekday"
    | "decade"
    | "season"
    | "time"
    | "phone";
  readonly span: Span;
  /**
   * Of a number its value with its magnitude; of a date 100 × month + day; of a time minutes after midnight; of a weekday days after Monday; of a
   * decade its first year without the century; of a telephone number its last six digits.
   */
  readonly value: number;
  /** Values it would also be right as: "11/12" is a day of two months, "the 1600s" are the 17th century. */
  readonly alternatives: readonly number[];
  /** What it would be by the other language's marks: "8.412" in English is 8412 in German; `null` where that is no number. */
  readonly misread: number | null;
  readonly form: "digits" | "word";
  readonly isOrdinal: boolean;
  /** May stand for a number of the other side but says nothing by itself: "ein", "both", "once", "a dozen". */
  readonly isSoft: boolean;
  /** Of 2.4 billion 1e9. */
  readonly magnitude: number;
  readonly measure: Measure | null;
  /** Where the measure stands; the number's own span where there is none. */
  readonly measureSpan: Span;
  /** Of a time: whether its half of the day is known. */
  readonly half: "am" | "pm" | null;
};

const plain = {
  alternatives: [],
  misread: null,
  form: "digits",
  isOrdinal: false,
  isSoft: false,
  magnitude: 1,
  measure: null,
  half: null,
} as const;

/** A quantity of which only the given is special. */
export function quantity(
  given: Pick<Quantity, "kind" | "span" | "value"> & Partial<Quantity>,
): Quantity {
  return { ...plain, measureSpan: given.span, ...given };
}
