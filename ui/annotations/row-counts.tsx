import { MessageSquareText } from "lucide-react";
import { useTranslations } from "next-intl";
import { createPortal } from "react-dom";
import type { PlacedAnnotation } from "./place-annotations";
import type { ReadingSides } from "./reading-sides";
import styles from "./row-counts.module.css";

type RowCountsProps = {
  sides: ReadingSides;
  placed: readonly PlacedAnnotation[];
  onOpen: (row: string) => void;
};

/**
 * A button per row that has annotations: the way to them on narrow screens, and everywhere for those who do not see
 * painted passages, which are invisible to assistive technology.
 */
export function RowCounts({ sides, placed, onOpen }: RowCountsProps) {
  const t = useTranslations("Annotations");
  const rows = [...sides.current("de").section.querySelectorAll<HTMLElement>("[data-row]")];
  return rows.map((element, index) => {
    const row = element.dataset.row ?? "";
    const here = placed.filter((one) => one.row === row);
    if (here.length === 0) return null;
    const notes = here.filter(({ annotation }) => annotation.note !== null).length;
    const label = t("count", { notes, highlights: here.length, row: index + 1 });
    return createPortal(
      <button type="button" className={styles.count} title={label} onClick={() => onOpen(row)}>
        <MessageSquareText aria-hidden size={15} strokeWidth={1.75} />
        <span aria-hidden>{here.length}</span>
        <span className="visually-hidden">{label}</span>
      </button>,
      element,
      row,
    );
  });
}
