import { type Language, languages } from "@/core/article/language";
import { type ApartRole, apartRoles, type LineRole } from "@/core/import/import-choices";
import {
  assignRoles,
  findNames,
  type LeftOver,
  type RolesOfHalf,
  type RoleText,
} from "../raw-text/assign-roles";
import { isCaption } from "../raw-text/caption";
import { isPlain } from "../raw-text/cut-line";
import type { DocumentSides } from "./document-sides";
import type { BodyLine } from "./side-blocks";

/** A line with this text has this role, because a person said so. */
export type WantedRole = Omit<RoleText, "role"> & { readonly role: LineRole };

export type SideRoles = RolesOfHalf<BodyLine>;

/** A line that stands in the text, but is aligned only with its like. */
export type ApartText = {
  readonly side: Language;
  readonly role: ApartRole;
  readonly text: string;
};

/** Where languages stand in turn or in columns, a line is told by its neighbours what it translates. */
const freeLayouts: readonly DocumentSides["layout"][] = ["two-files", "halves", "alternating"];

/** Tells headline, byline, dateline and signature of both sides from their text. */
export function assignSideRoles(
  sides: DocumentSides,
  wanted: readonly WantedRole[],
): Readonly<Record<Language, SideRoles>> {
  const split = { de: splitLines(sides, "de", wanted), en: splitLines(sides, "en", wanted) };
  const names = findNames({ de: textsOf(split.de.free), en: textsOf(split.en.free) });
  const [de, en] = languages.map((side): SideRoles => {
    const { free, roles, leftOvers } = split[side];
    const told = tellRoles(sides, side, free, names, wanted);
    const labels = sides.labels.filter((label) => label.side === side);
    return {
      ...told,
      body: told.body.map((line) => withApartRole(line, sides, side, wanted)),
      roles: [...labels, ...roles, ...told.roles],
      leftOvers: [...leftOvers, ...told.leftOvers],
    };
  });
  if (!de || !en) throw new Error("There are two sides");
  return { de, en };
}

function textsOf(lines: readonly BodyLine[]): string[] {
  return lines.map(({ text }) => text);
}

/** Lines whose role is settled, and the others; lines without a letter or digit ("* * *") are rules, no text. */
function splitLines(sides: DocumentSides, side: Language, wanted: readonly WantedRole[]) {
  const lines = sides.groups.flatMap((group, index) =>
    group[side].map((line): BodyLine => {
      return { ...line, group: index, isContinued: group.isContinued };
    }),
  );
  const free: BodyLine[] = [];
  const roles: RoleText[] = [];
  const leftOvers: LeftOver[] = [];
  for (const line of lines) {
    const { text } = line;
    const role = wanted.find((each) => each.side === side && each.text === text)?.role;
    const isTitle = text === sides.frontMatter[side].title && isPlain(line);
    if (role && !staysInText(role)) roles.push({ side, role, text });
    else if (isTitle && !roles.some((each) => each.role === "title"))
      roles.push({ side, role: "title", text });
    else if (/[\p{L}\p{N}]/u.test(text) || sides.layout === "pairs") free.push(line);
    else leftOvers.push({ side, text });
  }
  return { free, roles, leftOvers };
}

/** Nothing is told from text where the file itself says what its headline is, or what is aligned with what. */
function tellRoles(
  sides: DocumentSides,
  side: Language,
  lines: readonly BodyLine[],
  names: ReadonlySet<string>,
  wanted: readonly WantedRole[],
): SideRoles {
  const isTold = sides.layout === "pairs" || sides.frontMatter[side].title !== undefined;
  if (isTold || lines.length === 0)
    return { roles: [], leftOvers: [], body: lines, gluedHead: null };
  // A line that a person put into the body ends the head, and stands before the tail.
  const isBody = (line: BodyLine) =>
    wanted.some((each) => each.side === side && staysInText(each.role) && each.text === line.text);
  const first = lines.findIndex(isBody);
  const last = lines.findLastIndex(isBody);
  if (first < 0) return assignRoles(lines, side, names);
  const kept = lines.slice(first, last + 1);
  const head = assignRoles([...lines.slice(0, first), anchor(kept)], side, names);
  const tail = assignRoles([anchor(kept), ...lines.slice(last + 1)], side, names);
  return {
    roles: [...head.roles, ...tail.roles],
    leftOvers: [...head.leftOvers, ...tail.leftOvers],
    body: [...head.body.slice(0, -1), ...kept, ...tail.body.slice(1)],
    gluedHead: head.gluedHead,
  };
}

function staysInText(role: LineRole): role is ApartRole | "body" {
  return role === "body" || isApart(role);
}

function isApart(role: LineRole | undefined): role is ApartRole {
  return apartRoles.some((each) => each === role);
}

function withApartRole(
  line: BodyLine,
  { layout }: DocumentSides,
  side: Language,
  wanted: readonly WantedRole[],
): BodyLine {
  const said = wanted.find((each) => each.side === side && each.text === line.text)?.role;
  if (isApart(said)) return { ...line, apart: said };
  if (said || !freeLayouts.includes(layout)) return line;
  const belongsToPicture =
    line.isCaption || line.node?.type === "figure" || (isPlain(line) && isCaption(line.text));
  return belongsToPicture ? { ...line, apart: "caption" } : line;
}

/** Stands for the lines that are body for certain: more than a line, so that it is given no role. */
function anchor(lines: readonly BodyLine[]): BodyLine {
  const text = lines.map((line) => line.text).join(" ");
  return { text, blankBefore: 1, group: 0, isContinued: false, node: { type: "blockquote" } };
}
