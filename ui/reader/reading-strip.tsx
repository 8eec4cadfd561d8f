"use client";

import type { Heat } from "@/core/article/heat";
import { HeatStrip } from "@/ui/heat/heat-strip";
import { useNoteRows } from "@/ui/heat/note-rows";
import styles from "./reading-strip.module.css";

type ReadingStripProps = {
  /** The rows that stand on the page, in their order. */
  rows: readonly { readonly id: string; readonly heat: Heat }[];
};

/** Beside the scrollbar of the reading page: where the alignment is in doubt, and where notes are. */
export function ReadingStrip({ rows }: ReadingStripProps) {
  const noteRows = useNoteRows();
  return (
    <div className={styles.strip} data-testid="heat">
      <HeatStrip
        rows={rows.map(({ heat }) => heat)}
        notes={rows.map(({ id }) => noteRows.get(id) ?? 0)}
        onGo={(index) => {
          document.getElementById(rows[index]?.id ?? "")?.scrollIntoView({ block: "center" });
        }}
      />
    </div>
  );
}
