import type { Language } from "@/core/article/language";

/** The place that a reader means. */
export type ReportedPlace = {
  readonly side: Language;
  readonly rowId: string;
  readonly sentenceId: string;
  readonly quote: string;
  /** What the other side has for it; empty where there is nothing. */
  readonly counterpart: string;
};

/** The place of a sentence on the reading page; `null` for what is none. */
export function sentencePlace(sentence: HTMLElement): ReportedPlace | null {
  const { sentence: sentenceId, bead } = sentence.dataset;
  const rowId = sentence.closest<HTMLElement>("[data-row]")?.dataset.row;
  const side = sentence.closest<HTMLElement>("[data-side]")?.dataset.side === "de" ? "de" : "en";
  const quote = words(sentence);
  if (!sentenceId || !rowId || quote === "") return null;
  const partners = [...document.querySelectorAll<HTMLElement>(`[data-bead="${bead}"]`)].filter(
    (each) => each.closest<HTMLElement>("[data-side]")?.dataset.side !== side,
  );
  return { side, rowId, sentenceId, quote, counterpart: partners.map(words).join(" ") };
}

/** Without the soft hyphens that are only for the eye. */
function words(element: HTMLElement): string {
  return (element.textContent ?? "")
    .replaceAll("\u00ad", "")
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, 2000);
}
