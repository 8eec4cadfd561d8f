import { useTranslations } from "next-intl";
import { sentencesIn } from "@/core/annotation/describe-anchor";
import { pointToOffset, quoteOf, type TextRange } from "@/core/annotation/side-text";
import type { Language } from "@/core/article/language";
import { copyText } from "./copy-text";
import type { ReadingSides } from "./reading-sides";
import { rowNumber } from "./row-number";

/** Copies words with where they stand: the article, the paragraph, an address that leads to the sentence. Resolves with what is to be said of it. */
export function useCopyPassage(sides: ReadingSides) {
  const t = useTranslations("Annotations");

  return async (side: Language, range: TextRange): Promise<string> => {
    const index = sides.current(side);
    const block = index.blocks.get(range.start.block)?.element;
    const row = block?.closest<HTMLElement>("[data-row]");
    const from = pointToOffset(index.text, range.start) ?? 0;
    const to = pointToOffset(index.text, range.end) ?? 0;
    const [sentence] = sentencesIn(index.text, from, to);
    const heading = document.querySelector(`main header[lang="${side}"] h1`)?.textContent;
    const { origin, pathname } = window.location;
    const reference = t("reference", {
      side,
      quote: quoteOf(index.text, range)?.replace(/\s+/g, " ") ?? "",
      title: heading ?? document.title,
      row: row ? rowNumber(row) : 0,
      address: `${origin}${pathname}#${sentence ?? row?.dataset.row ?? ""}`,
    });
    return (await copyText(reference)) ? t("copied") : t("notCopied");
  };
}
