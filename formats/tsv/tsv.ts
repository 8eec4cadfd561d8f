import type { Article } from "@/core/article/article";
import { refuse } from "../document/document-source";
import { segmentRows } from "../interchange/article-segments";
import {
  foldSegment,
  type Segment,
  type SegmentFileResult,
  type SegmentNotes,
  statusNamed,
} from "../interchange/segment";

const columns = ["id", "row", "de", "en", "status", "probability", "note"] as const;

/** A table for spreadsheets: one line for each bead, its columns parted by tabs. */
export function writeTsv(article: Article, notes: SegmentNotes = new Map()): string {
  const lines = segmentRows(article).flatMap(({ id: row, segments }) =>
    segments.map(({ id, de, en, bead }) =>
      [
        id,
        row,
        de,
        en,
        bead?.status ?? "",
        bead?.probability ?? "",
        (notes.get(id) ?? []).join(" / "),
      ]
        .map((cell) => foldSegment(String(cell)))
        .join("\t"),
    ),
  );
  return `${[columns.join("\t"), ...lines].join("\n")}\n`;
}

/** Reads such a table back, in whatever order its columns and lines are; what others added is ignored. */
export function readTsv(text: string): SegmentFileResult {
  const [head = "", ...lines] = text.replace(/^\uFEFF/u, "").split(/\r\n?|\n/u);
  const names = head.split("\t").map((name) => name.trim());
  const place = (name: (typeof columns)[number]) => names.indexOf(name);
  const missing = (["id", "de", "en"] as const).find((name) => place(name) < 0);
  if (missing) return refuse("not-this-format", { format: "TSV", detail: missing });
  const segments = lines.flatMap((line, index): Segment[] => {
    if (line.trim() === "") return [];
    const cells = line.split("\t").map(unquoted);
    const cell = (name: (typeof columns)[number]) => foldSegment(cells[place(name)] ?? "");
    return [
      {
        id: cell("id") || null,
        de: cell("de"),
        en: cell("en"),
        status: statusNamed(cell("status")),
        notes: [],
        isContinued: false,
        line: index + 2,
        column: 1,
      },
    ];
  });
  return { ok: true, segments, otherTexts: [], coded: 0, version: null };
}

/** Spreadsheets put cells with quotation marks into quotation marks. */
function unquoted(cell: string): string {
  const inner = /^"(.*)"$/su.exec(cell.trim())?.[1];
  return inner?.includes('""') ? inner.replaceAll('""', '"') : cell;
}
