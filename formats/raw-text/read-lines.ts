import type { ContentNode } from "@/core/article/content";
import type { Language } from "@/core/article/language";
import { isLabelLine } from "./label-line";

/** A line or paragraph without white space at its ends, never empty, and how many blank lines stand before it. */
export type Line = {
  readonly text: string;
  readonly blankBefore: number;
  /** The block whose text this is, where the file tells more than words: `text` is its text. */
  readonly node?: ContentNode;
  /** Where the file says which language it is in. */
  readonly language?: Language;
  /** Where the file says that it belongs to a picture. */
  readonly isCaption?: true;
};

/** The lines of a normalised text; where paragraphs are wrapped at a fixed width, each paragraph becomes one line. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let blankBefore = 0;
  for (const raw of text.split("\n")) {
    const trimmed = raw.trim();
    if (trimmed === "") {
      blankBefore += 1;
      continue;
    }
    lines.push({ text: trimmed, blankBefore });
    blankBefore = 0;
  }
  const width = wrapWidth(lines);
  return width === null ? lines : unwrap(lines, width);
}

const endsSentence = /[.!?…:]["'”“’‘»«›‹)\]]*$/u;

/** The width at which most lines break in the middle of a sentence, or null where lines are paragraphs. */
function wrapWidth(lines: readonly Line[]): number | null {
  const inner = lines.filter((_, index) => lines[index + 1]?.blankBefore === 0);
  if (inner.length < 4) return null;
  const open = inner.filter(({ text }) => !endsSentence.test(text)).length;
  const lengths = inner.map(({ text }) => text.length).sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const longest = lengths.at(-1) ?? 0;
  const isWrapped =
    open > inner.length / 2 && median >= 40 && longest <= 1.4 * median && longest <= 140;
  return isWrapped ? median : null;
}

function unwrap(lines: readonly Line[], width: number): Line[] {
  const compounds = new Set(lines.flatMap(({ text }) => text.match(hyphenated) ?? []));
  const paragraphs: Line[] = [];
  let last: string | null = null;
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    const goesOn =
      last !== null && paragraph && line.blankBefore === 0 && runsOn(last, line.text, width);
    if (goesOn) {
      const text = joinLines(paragraph.text, line.text, compounds);
      paragraphs[paragraphs.length - 1] = { ...paragraph, text };
    } else paragraphs.push(line);
    last = line.text;
  }
  return paragraphs;
}

const hyphenated = /\p{L}+-\p{L}+/gu;

/** A word that was cut at the end of a line is whole again; a hyphen of its own stays: "Nord- und Ostsee", "well-known". */
function joinLines(before: string, after: string, compounds: ReadonlySet<string>): string {
  if (/\u00AD$/u.test(before)) return before.slice(0, -1) + after;
  const cut = /(\p{L}*\p{Ll})[-\u2010]$/u.exec(before)?.[1];
  const rest = /^\p{Ll}+/u.exec(after)?.[0];
  if (cut === undefined || rest === undefined) return `${before} ${after}`;
  if (/^(?:und|oder|bzw|sowie|bis|and|or|to)$/u.test(rest)) return `${before} ${after}`;
  return compounds.has(`${cut}-${rest}`) ? before + after : before.slice(0, -1) + after;
}

/** Also a note that begins with its mark: "[1] …", "¹ …". */
const listItem = /^(?:[-–—•*·†‡]+|\d{1,3}[.)]|\[\d{1,3}\]|[⁰¹²³⁴-⁹]{1,3})\s/u;

/** A line much shorter than the others ends its paragraph; label lines and list items stand alone. */
function runsOn(line: string, next: string, width: number): boolean {
  if (isLabelLine(line) || isLabelLine(next) || listItem.test(next)) return false;
  return line.length > 0.7 * width || /^\p{Ll}/u.test(next);
}
