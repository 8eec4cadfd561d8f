import { MessageSquareText } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useCallback, useRef } from "react";
import { createPortal } from "react-dom";
import { type Language, languages } from "@/core/article/language";
import { type PlacedAnnotation, stretchOf } from "./place-annotations";
import type { ReadingSides } from "./reading-sides";
import styles from "./row-counts.module.css";
import { rowNumber } from "./row-number";
import { twoDeep } from "./two-deep";

type RowCountsProps = {
  sides: ReadingSides;
  placed: readonly PlacedAnnotation[];
  onOpen: (row: string) => void;
};

/**
 * A button per row that has annotations: the way to them on narrow screens, and everywhere for those who do not see
 * painted passages, which are invisible to assistive technology.
 */
export function RowCounts({ onOpen, ...props }: RowCountsProps) {
  const latest = useRef(onOpen);
  latest.current = onOpen;
  // A thousand buttons are not drawn anew because the handler is another function.
  const open = useCallback((row: string) => latest.current(row), []);
  return <Counts {...props} onOpen={open} />;
}

const Counts = memo(function Counts({ sides, placed, onOpen }: RowCountsProps) {
  const counts = countByRow(placed);
  if (counts.size === 0) return null;
  const rows = [...sides.current("de").section.querySelectorAll<HTMLElement>("[data-row]")];
  return rows.map((element) => {
    const row = element.dataset.row ?? "";
    const here = counts.get(row);
    if (!here) return null;
    const count = <RowCount {...here} row={row} number={rowNumber(element)} onOpen={onOpen} />;
    return createPortal(count, element, row);
  });
});

type CountsOfRow = {
  readonly notes: number;
  readonly highlights: number;
  /** How many lie in one place; 0 where it is no more than can be painted. */
  readonly depth: number;
};

function countByRow(placed: readonly PlacedAnnotation[]): ReadonlyMap<string, CountsOfRow> {
  const counts = new Map<string, CountsOfRow>();
  const depths = new Map(languages.flatMap((side) => [...depthsOf(placed, side)]));
  for (const { row, annotation } of placed) {
    const { notes, highlights, depth } = counts.get(row) ?? { notes: 0, highlights: 0, depth: 0 };
    counts.set(row, {
      notes: notes + (annotation.note === null ? 0 : 1),
      highlights: highlights + 1,
      depth: Math.max(depth, depths.get(annotation.id) ?? 0),
    });
  }
  return counts;
}

function depthsOf(placed: readonly PlacedAnnotation[], side: Language) {
  const own = placed.filter(({ annotation }) => annotation.anchor.side === side);
  return twoDeep(own.map(stretchOf)).depths;
}

type RowCountProps = CountsOfRow & {
  row: string;
  number: number;
  onOpen: (row: string) => void;
};

const RowCount = memo(function RowCount(props: RowCountProps) {
  const { notes, highlights, depth, row, number, onOpen } = props;
  const t = useTranslations("Annotations");
  const label = t("count", { notes, highlights, row: number, depth });
  return (
    <button
      type="button"
      className={styles.count}
      data-depth={depth || undefined}
      title={label}
      onClick={() => onOpen(row)}
    >
      <MessageSquareText aria-hidden size={15} strokeWidth={1.75} />
      <span aria-hidden>{highlights}</span>
      <span className="visually-hidden">{label}</span>
    </button>
  );
});
