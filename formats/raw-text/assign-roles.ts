import type { Language } from "@/core/article/language";
import type { ApartRole, LineRole } from "@/core/import/import-choices";
import { isCaption } from "./caption";
import { cutLine, isPlain } from "./cut-line";
import { type Dateline, findByline, findDateline } from "./dateline";
import { countSignatureLines, isCredit, signatureName } from "./find-signature";
import { isKicker } from "./kicker";
import { isLabelLine } from "./label-line";
import { foldName, leadingName } from "./person-name";
import type { Line } from "./read-lines";

type Role = Exclude<LineRole, "body" | ApartRole>;

/** A line, or the beginning of one, that is no running text. */
export type RoleText = { readonly side: Language; readonly role: Role; readonly text: string };

/** Marks and rules that stood between other things and are in no article. */
export type LeftOver = { readonly side: Language; readonly text: string };

export type RolesOfHalf<L extends Line = Line> = {
  /** In reading order. */
  readonly roles: readonly RoleText[];
  readonly leftOvers: readonly LeftOver[];
  /** The paragraphs of the text. */
  readonly body: readonly L[];
  /** Date and name that were glued to the first sentence, as they stood there. */
  readonly gluedHead: string | null;
};

const maxTitleLength = 160;

/** Folded names of those who sign a half, and of lines that both halves have. */
export function findNames(
  halves: Readonly<Record<Language, readonly string[]>>,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const language of ["de", "en"] as const) {
    const lines = halves[language];
    const count = countSignatureLines(lines, language);
    for (const line of lines.slice(lines.length - count)) {
      const name = signatureName(line, language);
      if (name) names.add(foldName(name));
    }
  }
  const english = new Set(halves.en.map(foldName));
  for (const line of halves.de.slice(0, 5)) {
    if (leadingName(line, "de") === line && english.has(foldName(line))) names.add(foldName(line));
  }
  return names;
}

/** Tells headline, byline, dateline, signature and label lines of one half from its text; at least one line stays text. */
export function assignRoles<L extends Line>(
  lines: readonly L[],
  side: Language,
  names: ReadonlySet<string>,
): RolesOfHalf<L> {
  const plain = plainTail(lines);
  const signatureCount = Math.min(countSignatureLines(plain.map(textOf), side), lines.length - 1);
  const tail = lines.slice(lines.length - signatureCount);
  const head = readHead(lines.slice(0, lines.length - signatureCount), side, names);
  const signature = tail.map(({ text }): RoleText => {
    return { side, role: roleAtTheEnd(text), text };
  });
  return { ...head, roles: [...head.roles, ...signature] };
}

function roleAtTheEnd(text: string): Role {
  if (isLabelLine(text)) return "label";
  return isCredit(text) ? "credit" : "signature";
}

/** The lines after the last that is more than a line, and that one, for something has to stay text. */
function plainTail(lines: readonly Line[]): readonly Line[] {
  const last = lines.findLastIndex((line) => !isPlain(line));
  return lines.slice(Math.max(0, last));
}

function textOf({ text }: Line): string {
  return text;
}

function readHead<L extends Line>(
  lines: readonly L[],
  side: Language,
  names: ReadonlySet<string>,
): RolesOfHalf<L> {
  const roles: RoleText[] = [];
  const leftOvers: LeftOver[] = [];
  const has = (role: Role) => roles.some((entry) => entry.role === role);
  const add = (role: Role, text: string | null) => {
    if (text !== null) roles.push({ side, role, text });
  };

  for (const [index, line] of lines.entries()) {
    const { text } = line;
    const isLast = index === lines.length - 1;
    const all = { roles, leftOvers, body: lines.slice(index), gluedHead: null };
    if (!isPlain(line) || line.isCaption || isCaption(text)) return all;
    const dateline = has("dateline") ? null : findDateline(text, side, names);
    const opening = dateline ?? (has("byline") ? null : findByline(text, side, names));
    if (opening && (opening.rest !== "" || !isLast)) {
      add("dateline", opening.dateline);
      add("byline", opening.byline);
      leftOvers.push(...opening.marks.map((mark) => ({ side, text: mark })));
      if (opening.rest === "") continue;
      const rest = cutLine(line, text.length - opening.rest.length, text.length);
      return {
        roles,
        leftOvers,
        body: [rest, ...lines.slice(index + 1)],
        gluedHead: gluedText(text, opening),
      };
    }
    if (isLast) return all;
    if (isLabelLine(text)) add("label", text);
    else if (!has("byline") && names.has(foldName(text))) add("byline", text);
    else if (!has("title") && !has("kicker") && isKicker(text) && isHeadline(lines, index + 1))
      add("kicker", text);
    else if (!has("title") && isHeadline(lines, index)) add("title", text);
    else if (has("title") && !has("subtitle") && isSubtitle(lines, index)) add("subtitle", text);
    else return all;
  }
  return { roles, leftOvers, body: [], gluedHead: null };
}

function gluedText(line: string, { rest }: Dateline): string {
  return line.slice(0, line.length - rest.length).trim();
}

/** Short, not a sentence, and before something longer; or what the file itself calls a heading. In a list or in verse, what a blank line sets apart. */
function isHeadline(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (!line || !isPlain(line) || line.text.length > maxTitleLength) return false;
  if (line.node?.type === "heading") return true;
  const { text } = line;
  if (/^\p{Ll}/u.test(text) || /[.:;,…]["'”“’‘»«)]*$/u.test(text)) return false;
  if (isListed(lines, index)) return isSetApart(lines, index);
  const longest = Math.max(...lines.slice(index + 1, index + 6).map((other) => other.text.length));
  return longest > (/[!?]["'”“’‘»«)]*$/u.test(text) ? 2 : 1) * text.length;
}

const endsSentence = /[.!?:…]["'”“’‘»«›‹)\]]*$/u;

/** Whether most of the next lines are no sentences either: then this one is the first of its like. */
function isListed(lines: readonly Line[], index: number): boolean {
  const next = lines.slice(index + 1, index + 11);
  const open = next.filter((line) => isPlain(line) && !endsSentence.test(line.text)).length;
  return next.length >= 2 && open > next.length / 2;
}

/** More blank lines after it than most of the lines below have. */
function isSetApart(lines: readonly Line[], index: number): boolean {
  const [next, ...below] = lines.slice(index + 1, index + 11);
  const gaps = below.map(({ blankBefore }) => blankBefore).sort((a, b) => a - b);
  return (next?.blankBefore ?? 0) > (gaps[Math.floor(gaps.length / 2)] ?? 0);
}

/** A second headline right before the text: two in a row are subheadings or verse, and a heading after the title heads a part. */
function isSubtitle(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1];
  if (lines[index]?.node?.type === "heading" || next?.node?.type === "heading") return false;
  return isHeadline(lines, index) && next !== undefined && !isHeadline(lines, index + 1);
}
