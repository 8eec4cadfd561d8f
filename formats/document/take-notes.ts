import { blockText, type ContentNode } from "@/core/article/content";
import { type Language, languages } from "@/core/article/language";
import type { Line } from "../raw-text/read-lines";
import type { ApartText, WantedRole } from "./assign-side-roles";
import type { DocumentSides, SideGroup } from "./document-sides";

export type NotesTaken = {
  readonly sides: DocumentSides;
  /** The lines that became notes, as they were read. */
  readonly notes: readonly ApartText[];
};

/**
 * Notes that stand in a text without markup: a line that begins with "[1]", "¹", "*" or a plain number becomes a footnote where a sentence before it
 * has the same mark. The marks go: the article numbers its notes itself.
 */
export function takeNotes(sides: DocumentSides, wanted: readonly WantedRole[]): NotesTaken {
  const [group, ...more] = sides.groups;
  if (!group || more.length > 0) return { sides, notes: [] };
  const [de, en] = languages.map((side) => takeFromSide(sides, group, side, wanted));
  if (!de || !en) throw new Error("There are two sides");
  return {
    sides: {
      ...sides,
      groups: [{ ...group, de: de.lines, en: en.lines }],
      footnotes: { de: de.footnotes, en: en.footnotes },
    },
    notes: [...de.notes, ...en.notes],
  };
}

type Taken = {
  readonly lines: readonly Line[];
  readonly footnotes: readonly ContentNode[];
  readonly notes: readonly ApartText[];
};

type Note = { readonly index: number; readonly mark: string; readonly text: string };

function takeFromSide(
  { footnotes }: DocumentSides,
  group: SideGroup,
  side: Language,
  wanted: readonly WantedRole[],
): Taken {
  const lines = group[side];
  const asTheyStand = { lines, footnotes: footnotes[side], notes: [] };
  // A file that has notes of its own says with them what its other marks are not.
  if (footnotes.de.length + footnotes.en.length > 0) return asTheyStand;
  const isSaid = ({ text }: Line) =>
    wanted.some((each) => each.side === side && each.text === text);
  const found = referredNotes(lines.map((line) => (isSaid(line) ? null : plainText(line))));
  if (found.length === 0) return asTheyStand;
  const labels = new Map(found.map(({ mark }, index) => [mark, String(index + 1)]));
  const isNote = new Set(found.map(({ index }) => index));
  return {
    lines: lines.flatMap((line, index) =>
      isNote.has(index) ? [] : [withReferences(line, labels)],
    ),
    footnotes: found.map(({ mark, text }) => footnote(labels.get(mark) ?? "", text)),
    notes: found.map(({ index }) => {
      return { side, role: "footnote" as const, text: lines[index]?.text ?? "" };
    }),
  };
}

const opening =
  /^(?:\[(?<bracket>\d{1,3})\]|(?<raised>[⁰¹²³⁴-⁹]{1,3})|(?<sign>\*{1,3}|[†‡])|(?<plain>\d{1,3}))[.:)]?\s+(?=\S)/u;

/** Notes in their order, each after the text that refers to it, no mark twice. */
function referredNotes(texts: readonly (string | null)[]): Note[] {
  const notes: Note[] = [];
  texts.forEach((text, index) => {
    const found = text === null ? null : opening.exec(text);
    if (!text || !found || index === 0) return;
    const mark = found[0].trim().replace(/[.:)]$/u, "");
    const before = texts.slice(0, index).filter((each) => each !== null);
    const references = before.flatMap((each) => referencesTo(mark, each));
    const isReferred = references.length > 0 && (!found.groups?.sign || isRare(mark, before));
    if (isReferred && !notes.some((each) => each.mark === mark))
      notes.push({ index, mark, text: text.slice(found[0].length) });
  });
  return isPlain(notes[0]?.mark) && !countsOn(notes, texts.length) ? [] : notes;
}

/** A sign that stands oftener marks something else: *emphasis*, or a list. */
function isRare(mark: string, texts: readonly string[]): boolean {
  const [sign = ""] = mark;
  return texts.join("").split(sign).length - 1 === mark.length;
}

function isPlain(mark: string | undefined): boolean {
  return mark !== undefined && /^\d+$/u.test(mark);
}

/** Plain numbers are too common to be believed one by one: from one, without a gap, close to the end of the text. */
function countsOn(notes: readonly Note[], length: number): boolean {
  const isCounting = notes.every(({ mark }, index) => mark === String(index + 1));
  return isCounting && (notes[0]?.index ?? 0) >= length - notes.length - 4;
}

type Stretch = { readonly start: number; readonly end: number };

/** Where a text refers to a mark: after a word or its marks, never at the beginning. White space before it belongs to the reference. */
function referencesTo(mark: string, text: string): Stretch[] {
  return [...text.matchAll(referenceTo(mark))].map((match) => {
    return { start: match.index, end: match.index + match[0].length };
  });
}

function referenceTo(mark: string): RegExp {
  const escaped = mark.replace(/[[\]*]/gu, "\\$&");
  if (mark.startsWith("[")) return new RegExp(`(?<=\\S)\\s?${escaped}`, "gu");
  if (isPlain(mark))
    return new RegExp(
      `(?<=\\p{L}{2}[.,;:!?“”"»«)]{0,2})${escaped}(?![\\d\\p{L}])(?![.,]\\d)`,
      "gu",
    );
  const same = mark.startsWith("*") ? "\\*" : mark;
  return new RegExp(`(?<=[\\p{L}\\p{P}])(?<!${same})${escaped}(?!${same})(?![\\p{L}\\d])`, "gu");
}

function withReferences(line: Line, labels: ReadonlyMap<string, string>): Line {
  const text = plainText(line);
  if (text === null) return line;
  const places = [...labels]
    .flatMap(([mark, label]) => referencesTo(mark, text).map((place) => ({ ...place, label })))
    .sort((a, b) => a.start - b.start);
  if (places.length === 0) return line;
  const content: ContentNode[] = [];
  let end = 0;
  for (const place of places) {
    content.push({ type: "text", text: text.slice(end, place.start) });
    content.push({ type: "footnoteReference", attrs: { label: place.label } });
    end = place.end;
  }
  content.push({ type: "text", text: text.slice(end) });
  const node: ContentNode = {
    type: "paragraph",
    content: content.filter((each) => each.type !== "text" || each.text !== ""),
  };
  return { ...line, node, text: blockText(node) };
}

function footnote(label: string, text: string): ContentNode {
  const paragraph: ContentNode = { type: "paragraph", content: [{ type: "text", text }] };
  return { type: "footnote", attrs: { label }, content: [paragraph] };
}

/** The text of a paragraph that is nothing but text. */
function plainText({ node, text }: Line): string | null {
  if (!node) return text;
  const [only, ...more] = node.content ?? [];
  const isBare = node.type === "paragraph" && more.length === 0 && only?.type === "text";
  return isBare && !only.marks ? text : null;
}
