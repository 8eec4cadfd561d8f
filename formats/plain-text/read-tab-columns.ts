import { languageEvidence } from "@/core/text/identify-language";
import type { ColumnRow, DocumentSource } from "../document/document-source";
import type { Line } from "../raw-text/read-lines";

/** Of the lines that say something, so many have both columns. */
const minShare = 0.7;

/**
 * A text in columns parted by tabs, one of them German and one English, as spreadsheets copy it; further columns (numbers, remarks) are
 * left over. `null` where it is none.
 */
export function readTabColumns(text: string): DocumentSource | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const rows = lines.map((line) => line.split("\t").map((cell) => cell.trim()));
  const full = rows.filter((cells) => cells.filter((cell) => cell !== "").length >= 2);
  if (full.length < 2 || full.length < minShare * rows.length) return null;
  const told = sides(rows);
  const columns = told ?? (isTwoColumns(rows) ? [0, 1] : null);
  if (!columns) return null;
  const [left = 0, right = 1] = columns;
  return {
    content: {
      kind: "columns",
      ...(told === null && { isUnsure: true }),
      before: [],
      rows: rows.map((cells): ColumnRow => {
        return { left: lineOf(cells[left] ?? ""), right: lineOf(cells[right] ?? "") };
      }),
      after: [],
    },
    footnotes: [],
    frontMatter: {},
    leftOvers: rows.flatMap((cells) =>
      cells.filter((cell, index) => cell !== "" && index !== left && index !== right),
    ),
    notices: [],
  };
}

/** The most German and the most English column, in their order; both must be so beyond doubt. */
function sides(rows: readonly (readonly string[])[]): [number, number] | null {
  const width = Math.min(20, Math.max(...rows.map((cells) => cells.length)));
  const german = Array.from({ length: width }, (_, index) => {
    return languageEvidence(rows.map((cells) => cells[index] ?? "").join("\n")).german;
  });
  const de = german.indexOf(Math.max(...german));
  const en = german.indexOf(Math.min(...german));
  if ((german[de] ?? 0) < 4 || (german[en] ?? 0) > -4) return null;
  return de < en ? [de, en] : [en, de];
}

/** Too few words to tell the languages by here, as in a list of terms. */
function isTwoColumns(rows: readonly (readonly string[])[]): boolean {
  return rows.every(([left, right, third]) => left && right && third === undefined);
}

function lineOf(text: string): Line[] {
  return text === "" ? [] : [{ text, blankBefore: 0 }];
}
