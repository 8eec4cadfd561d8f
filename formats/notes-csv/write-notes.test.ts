import { expect, test } from "vitest";
import type { ExportedNote } from "@/core/notes/exported-note";
import { writeNotesHtml } from "../notes-html/write-notes-html";
import { writeNotesMarkdown } from "../notes-markdown/write-notes-markdown";
import { writeNotesCsv } from "./write-notes-csv";

const words = {
  ...{
    language: "de",
    title: "Notizen",
    tags: "Schlagwörter",
    audience: "Sichtbar",
    replies: "Antworten",
  },
  ...{ resolved: "Erledigt", orphaned: "Ohne Stelle", somebody: "Gast" },
  languages: { de: "Deutsch", en: "Englisch" },
  audiences: { me: "Nur für mich", group: "Gruppe", link: "Link", public: "Öffentlich" },
};

function exported(exact: string, written: string): ExportedNote {
  const note = {
    type: "doc" as const,
    content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: written }] }],
  };
  const quoted = { exact, prefix: "", suffix: "", place: { start: 0, end: 4 } };
  const author = { id: "u1", name: written };
  const [createdAt, updatedAt] = ["2026-11-22T10:00:00.000Z", "2026-11-22T10:00:00.000Z"];
  return {
    annotation: {
      ...{
        id: "6a2f0e0c-7a6e-4d7e-9d0a-0d6d3c1b2a10",
        articleSlug: "zwei-haefen",
        colour: "blue",
        note,
      },
      anchor: {
        ...{
          version: 1,
          side: "de",
          start: { block: "db1", offset: 0 },
          end: { block: "db1", offset: 3 },
        },
        ...{ sentences: ["ds1"], exact, prefix: "", suffix: "" },
      },
      ...{
        tags: [written.slice(0, 20)],
        audience: "me",
        groupId: null,
        groupName: null,
        author,
        twin: null,
      },
      ...{
        revision: 1,
        isDeleted: false,
        isOwn: true,
        mayAnswer: true,
        resolvedAt: null,
        createdAt,
        updatedAt,
      },
    },
    replies: [
      {
        id: "7a2f0e0c-7a6e-4d7e-9d0a-0d6d3c1b2a10",
        annotationId: "6a2f0e0c-7a6e-4d7e-9d0a-0d6d3c1b2a10",
        ...{ note, author, isOwn: true, revision: 1, createdAt, updatedAt },
      },
    ],
    titles: { de: "Zwei Häfen", en: "Two Harbours" },
    passage: { side: "de", ...quoted },
    counterpart: [{ side: "en", ...quoted, exact: "three ships" }],
  };
}

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =cmd|' /C calc'!A0", "Text\n=HYPERLINK(1)"])(
  "no cell of %j begins as a formula",
  (written) => {
    const cells = parseCsv(writeNotesCsv([exported(written, written)]));
    for (const cell of cells.flat()) expect(cell).not.toMatch(/(^|\n)\s*[=+\-@\t]/);
    expect(cells[1]?.[7]).toContain(written.trim().slice(1, 4).trim());
  },
);

test("quotes, commas and line ends stay within their cell, in rows of one length", () => {
  const cells = parseCsv(writeNotesCsv([exported('Er sagte „nein“, "no"\nund ging', "a,b")]));
  expect(cells).toHaveLength(2);
  expect(new Set(cells.map((row) => row.length))).toEqual(new Set([17]));
  expect(cells[1]?.[4]).toBe('Er sagte „nein“, "no"\nund ging');
  expect(cells[1]?.[6]).toBe("three ships");
});

const attack = `<img src=x onerror=alert(1)><script>alert(2)</script>"'](javascript:alert(3)) **fett** &lt;`;

test("in HTML everything that was written is text, and both languages are marked as what they are", () => {
  const html = writeNotesHtml([exported(attack, attack)], words);
  expect(html).not.toMatch(/<(img|script)/i);
  expect(html).toContain('<blockquote lang="de">&lt;img');
  expect(html).toContain('<blockquote lang="en" class="other">three ships');
  expect(html).toContain("default-src 'none'");
});

test("in Markdown everything that was written is text too", () => {
  const markdown = writeNotesMarkdown([exported(attack, attack)], words);
  expect(markdown).not.toMatch(/(?<!\\)<(img|script)/i);
  expect(markdown).not.toMatch(/(?<!\\)\*\*fett/);
  expect(markdown).toContain("> **Englisch:** three ships");
});

/** RFC 4180, by another way than the writer's. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  cell.lastIndex = 1; // behind the byte order mark
  for (let match = cell.exec(csv); match; match = cell.exec(csv)) {
    rows.at(-1)?.push((match[1] ?? match[2] ?? "").replaceAll('""', '"'));
    if (cell.lastIndex >= csv.length) break;
    if (match[3] === "\r\n") rows.push([]);
  }
  return rows;
}
