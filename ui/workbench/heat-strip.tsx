import type { RowState } from "@/core/article/confidence";
import styles from "./heat-strip.module.css";

type HeatStripProps = {
  states: readonly RowState[];
  /** How many notes stand on each row. */
  notes: readonly number[];
  onGo: (rowIndex: number) => void;
};

const bins = 160;

/**
 * The whole article as a strip beside the scrollbar: how sure each place is, and where notes are. For the pointer alone;
 * keys go to the next open row.
 */
export function HeatStrip({ states, notes, onGo }: HeatStripProps) {
  const count = Math.min(bins, Math.max(1, states.length));
  const stretches = Array.from({ length: count }, (_, bin) => {
    const start = Math.floor((bin * states.length) / count);
    const end = Math.max(start + 1, Math.floor(((bin + 1) * states.length) / count));
    return { colour: colourOf(states.slice(start, end)), notes: sum(notes.slice(start, end)) };
  });
  const most = Math.max(1, ...stretches.map((stretch) => stretch.notes));
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 10 ${count}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      onClick={(event) => {
        const { top, height } = event.currentTarget.getBoundingClientRect();
        onGo(Math.floor(((event.clientY - top) / height) * states.length));
      }}
    >
      {stretches.map(({ colour, notes: density }, bin) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place
        <g key={bin}>
          <rect x="0" y={bin} width="6" height="1.02" className={styles[colour]} />
          {density > 0 && (
            <rect
              x="7"
              y={bin}
              width="3"
              height="1.02"
              className={styles.note}
              opacity={0.35 + (0.65 * density) / most}
            />
          )}
        </g>
      ))}
    </svg>
  );
}

/** The worst of a stretch: doubt must not drown among what is sure. */
function colourOf(states: readonly RowState[]): "changed" | "doubt" | "open" | "sure" | "none" {
  if (states.some(({ state }) => state === "text-changed" || state === "needs-review")) {
    return "changed";
  }
  const open = states.filter(({ state }) => state === "open");
  if (open.some(({ confidence }) => confidence !== null && confidence < 0.8)) return "doubt";
  if (open.length > 0) return "open";
  return states.some(({ state }) => state === "verified") ? "sure" : "none";
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
