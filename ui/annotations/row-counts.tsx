import { MessageSquareText } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { createPortal } from "react-dom";
import type { PlacedAnnotation } from "./place-annotations";
import type { ReadingSides } from "./reading-sides";
import styles from "./row-counts.module.css";
import { rowNumber } from "./row-number";

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
  const counts = countByRow(placed);
  const rows = [...sides.current("de").section.querySelectorAll<HTMLElement>("[data-row]")];
  return rows.map((element) => {
    const row = element.dataset.row ?? "";
    const here = counts.get(row);
    if (!here) return null;
    const count = <RowCount {...here} row={row} number={rowNumber(element)} onOpen={onOpen} />;
    return createPortal(count, element, row);
  });
}

type Counts = { readonly notes: number; readonly highlights: number };

function countByRow(placed: readonly PlacedAnnotation[]): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { row, annotation } of placed) {
    const { notes, highlights } = counts.get(row) ?? { notes: 0, highlights: 0 };
    const more = annotation.note === null ? 0 : 1;
    counts.set(row, { notes: notes + more, highlights: highlights + 1 });
  }
  return counts;
}

type RowCountProps = Counts & {
  row: string;
  number: number;
  onOpen: (row: string) => void;
};

const RowCount = memo(function RowCount({ notes, highlights, row, number, onOpen }: RowCountProps) {
  const t = useTranslations("Annotations");
  const label = t("count", { notes, highlights, row: number });
  return (
    <button type="button" className={styles.count} title={label} onClick={() => onOpen(row)}>
      <MessageSquareText aria-hidden size={15} strokeWidth={1.75} />
      <span aria-hidden>{highlights}</span>
      <span className="visually-hidden">{label}</span>
    </button>
  );
});
