import { useMemo } from "react";
import { type Heat, worstHeat } from "@/core/article/heat";
import styles from "./heat-strip.module.css";

type HeatStripProps = {
  rows: readonly Heat[];
  /** How many notes stand on each row. */
  notes: readonly number[];
  onGo: (rowIndex: number) => void;
};

const bins = 160;

/**
 * The whole text as a strip beside the scrollbar: how sure each place is, and where notes are. For the pointer alone;
 * keys go from row to row.
 */
export function HeatStrip({ rows, notes, onGo }: HeatStripProps) {
  const stretches = useMemo(() => stretchesOf(rows, notes), [rows, notes]);
  const most = Math.max(1, ...stretches.map((stretch) => stretch.notes));
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 10 ${stretches.length}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      onClick={(event) => {
        const { top, height } = event.currentTarget.getBoundingClientRect();
        const row = Math.floor(((event.clientY - top) / height) * rows.length);
        onGo(Math.max(0, Math.min(rows.length - 1, row)));
      }}
    >
      {runsOf(stretches.map(({ heat }) => heat)).map(({ heat, start, length }) => (
        <rect key={start} x="0" y={start} width="6" height={length} className={styles[heat]} />
      ))}
      {stretches.map(
        ({ notes: density }, bin) =>
          density > 0 && (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place
              key={bin}
              x="7"
              y={bin}
              width="3"
              height="1"
              className={styles.note}
              opacity={0.35 + (0.65 * density) / most}
            />
          ),
      )}
    </svg>
  );
}

function stretchesOf(rows: readonly Heat[], notes: readonly number[]) {
  const count = Math.min(bins, Math.max(1, rows.length));
  return Array.from({ length: count }, (_, bin) => {
    const start = Math.floor((bin * rows.length) / count);
    const end = Math.max(start + 1, Math.floor(((bin + 1) * rows.length) / count));
    return { heat: worstHeat(rows.slice(start, end)), notes: sum(notes.slice(start, end)) };
  });
}

type Run = { readonly heat: Heat; readonly start: number; readonly length: number };

/** Neighbours that look alike are drawn as one: most texts are a handful of these. */
function runsOf(heats: readonly Heat[]): readonly Run[] {
  const runs: Run[] = [];
  heats.forEach((heat, start) => {
    const last = runs.at(-1);
    if (last?.heat === heat) runs[runs.length - 1] = { ...last, length: last.length + 1 };
    else runs.push({ heat, start, length: 1 });
  });
  return runs;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
