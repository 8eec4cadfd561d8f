import type { Article } from "@/core/article/article";
import { type Language, languages } from "@/core/article/language";
import { escapeXml } from "../interchange/xml-text";
import { type ParallelRow, parallelRows } from "./parallel-rows";
import { writeXhtml } from "./write-xhtml";

/** How the two sides stand on a page that leaves the application. */
export type PageLayout = "side-by-side" | "alternating";

export type PageParts = {
  readonly title: string;
  readonly head: string;
  readonly text: string;
  /** Empty where the article has no notes. */
  readonly notes: string;
};

const otherSide: Readonly<Record<Language, string>> = { de: "Anmerkungen", en: "Notes" };

/** What every page of an article is made of, in XHTML. */
export function pageParts(article: Article): PageParts {
  const rows = parallelRows(article);
  const notes = rows.filter(({ isNotes }) => isNotes);
  return {
    title: titleOf(article),
    head: `<header class="row">${languages.map((side) => headOf(article, side)).join("")}</header>`,
    text: rows
      .filter(({ isNotes }) => !isNotes)
      .map(writeRow)
      .join("\n"),
    notes: notes.length === 0 ? "" : notesOf(notes),
  };
}

function titleOf({ sides }: Article): string {
  const titles = languages.flatMap((side) => sides[side].frontMatter.title ?? []);
  return [...new Set(titles)].join(" · ") || "Zwiesprache";
}

function headOf({ sides }: Article, side: Language): string {
  const { title, subtitle, byline, dateline } = sides[side].frontMatter;
  const lines = [
    ...(title ? [`<h1>${escapeXml(title)}</h1>`] : []),
    ...[subtitle, byline, dateline].flatMap((line) =>
      line ? [`<p class="byline">${escapeXml(line)}</p>`] : [],
    ),
  ];
  return cell(side, lines.join(""));
}

function writeRow(row: ParallelRow): string {
  return `<div class="row" id="${row.id}">${languages.map((side) => cell(side, writeXhtml(row[side]))).join("")}</div>`;
}

function cell(side: Language, content: string): string {
  return `<div class="side" lang="${side}" xml:lang="${side}">${content}</div>`;
}

function notesOf(rows: readonly ParallelRow[]): string {
  const heads = languages.map((side) => cell(side, `<h2>${otherSide[side]}</h2>`)).join("");
  return `<div class="row">${heads}</div>\n${rows.map(writeRow).join("\n")}`;
}

/** Both layouts are the same elements in the same order: what differs is whether the sides of a row stand beside each other. */
export function pageStyle(layout: PageLayout): string {
  const beside =
    layout === "side-by-side"
      ? ".row { display: flex; gap: 2em; }\n.side { flex: 1 1 0; min-width: 0; }\n@media (max-width: 34em) { .row { display: block; } }"
      : ".side:lang(en) { margin-inline-start: 1.5em; font-style: normal; }";
  return `body { font-family: Literata, Georgia, serif; line-height: 1.5; margin: 1em auto; max-width: ${layout === "side-by-side" ? "64em" : "36em"}; padding: 0 1em; }
${beside}
.side { hyphens: auto; overflow-wrap: break-word; }
.byline { color: #555; font-size: 0.9em; }
h1 { line-height: 1.2; }
table { border-collapse: collapse; }
td, th { border: 1px solid #999; padding: 0.2em 0.5em; text-align: start; }
blockquote { border-inline-start: 3px solid #999; margin-inline: 0; padding-inline-start: 1em; }
pre { overflow-wrap: break-word; white-space: pre-wrap; }
.notes { border-block-start: 1px solid #999; font-size: 0.9em; margin-block-start: 2em; }
@media print { .row { break-inside: avoid-page; } }`;
}
