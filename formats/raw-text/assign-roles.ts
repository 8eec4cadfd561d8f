import type { Language } from "@/core/article/language";
import { type Dateline, findByline, findDateline } from "./dateline";
import { countSignatureLines, signatureName } from "./find-signature";
import { isLabelLine } from "./label-line";
import { foldName, leadingName } from "./person-name";

type Role = "title" | "subtitle" | "byline" | "dateline" | "signature" | "label";

/** A line, or the beginning of one, that is no running text. */
export type RoleText = { readonly side: Language; readonly role: Role; readonly text: string };

/** Marks and rules that stood between other things and are in no article. */
export type LeftOver = { readonly side: Language; readonly text: string };

export type RolesOfHalf = {
  /** In reading order. */
  readonly roles: readonly RoleText[];
  readonly leftOvers: readonly LeftOver[];
  /** The paragraphs of the text. */
  readonly body: readonly string[];
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
export function assignRoles(
  lines: readonly string[],
  side: Language,
  names: ReadonlySet<string>,
): RolesOfHalf {
  const signatureCount = countSignatureLines(lines, side);
  const tail = lines.slice(lines.length - signatureCount);
  const head = readHead(lines.slice(0, lines.length - signatureCount), side, names);
  const signature = tail.map((text): RoleText => {
    return { side, role: isLabelLine(text) ? "label" : "signature", text };
  });
  return { ...head, roles: [...head.roles, ...signature] };
}

function readHead(
  lines: readonly string[],
  side: Language,
  names: ReadonlySet<string>,
): RolesOfHalf {
  const roles: RoleText[] = [];
  const leftOvers: LeftOver[] = [];
  const has = (role: Role) => roles.some((entry) => entry.role === role);
  const add = (role: Role, text: string | null) => {
    if (text !== null) roles.push({ side, role, text });
  };

  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const isLast = index === lines.length - 1;
    const dateline = has("dateline") ? null : findDateline(line, side, names);
    const opening = dateline ?? (has("byline") ? null : findByline(line, side, names));
    if (opening && (opening.rest !== "" || !isLast)) {
      add("dateline", opening.dateline);
      add("byline", opening.byline);
      leftOvers.push(...opening.marks.map((text) => ({ side, text })));
      if (opening.rest === "") continue;
      const body = [opening.rest, ...lines.slice(index + 1)];
      return { roles, leftOvers, body, gluedHead: gluedText(line, opening) };
    }
    if (isLast) return { roles, leftOvers, body: lines.slice(index), gluedHead: null };
    if (isLabelLine(line)) add("label", line);
    else if (!has("byline") && names.has(foldName(line))) add("byline", line);
    else if (!has("title") && isHeadline(lines, index)) add("title", line);
    else if (has("title") && !has("subtitle") && isSubtitle(lines, index)) add("subtitle", line);
    else return { roles, leftOvers, body: lines.slice(index), gluedHead: null };
  }
  return { roles, leftOvers, body: [], gluedHead: null };
}

function gluedText(line: string, { rest }: Dateline): string {
  return line.slice(0, line.length - rest.length).trim();
}

/** Short, not a sentence, and before something longer. */
function isHeadline(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? "";
  if (line.length > maxTitleLength || /^\p{Ll}/u.test(line)) return false;
  if (/[.:;,…]["'”“’‘»«)]*$/u.test(line)) return false;
  const longest = Math.max(...lines.slice(index + 1, index + 6).map((other) => other.length));
  return longest > (/[!?]["'”“’‘»«)]*$/u.test(line) ? 2 : 1) * line.length;
}

/** A second headline right before the text: two in a row are subheadings or verse. */
function isSubtitle(lines: readonly string[], index: number): boolean {
  const next = lines[index + 1];
  return isHeadline(lines, index) && next !== undefined && !isHeadline(lines, index + 1);
}
