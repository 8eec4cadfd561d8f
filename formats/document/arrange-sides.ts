import { knownWordEvidence } from "@/core/alignment/lexicon/known-word-evidence";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import type { ContentNode } from "@/core/article/content";
import { type Language, languages, otherLanguage } from "@/core/article/language";
import { type LanguageEvidence, languageEvidence } from "@/core/text/identify-language";
import { findHalves, type HalvesResult, isWrittenIn } from "../raw-text/find-halves";
import { isLabelLine } from "../raw-text/label-line";
import type { Line } from "../raw-text/read-lines";
import { type DocumentSides, freeGroup, type SideGroup } from "./document-sides";
import { type DocumentRefusal, type DocumentSource, refuse } from "./document-source";
import { readLabelled } from "./read-labelled";

export type SidesResult = { readonly ok: true; readonly sides: DocumentSides } | DocumentRefusal;

/** Where a person says that the other half of a single file begins: the number of its first line, from 0, and the language before it. */
export type Division = { readonly line: number; readonly first: Language };

type Ear = (text: string) => LanguageEvidence;

/** A side with less than this share of the other's characters is no translation of it. */
const minShare = 0.08;

/** Finds the two languages in one file, or tells which of two files is written in which. */
export function arrangeSides(
  sources: readonly DocumentSource[],
  /** The languages of the files, where a person said so. */
  wanted: readonly Language[] | null = null,
  division: Division | null = null,
  lexicon: Lexicon | null = null,
): SidesResult {
  const hear = lexicon && knownWordEvidence(lexicon);
  const [first, second, third] = sources;
  if (!first) return refuse("no-files");
  if (third) return refuse("too-many-files", { count: sources.length });
  if (sources.some(hasEndlessWord)) return refuse("no-german-or-english");
  if (second) return arrangeTwo(first, second, wanted, hear);
  const { content } = first;
  switch (content.kind) {
    case "text":
      return arrangeText(first, content.lines, division, hear);
    case "columns":
      return arrangeColumns(first, content, hear);
    case "pairs":
      return {
        ok: true,
        sides: {
          ...common(first),
          layout: "pairs",
          groups: content.pairs.map(
            ({ de, en, status, probability, isContinued }): SideGroup => ({
              de: linesOf(de),
              en: linesOf(en),
              given: { status, probability },
              isContinued,
            }),
          ),
        },
      };
  }
}

function linesOf(text: string): Line[] {
  return text.trim() === "" ? [] : [{ text: text.trim(), blankBefore: 1 }];
}

function arrangeTwo(
  first: DocumentSource,
  second: DocumentSource,
  wanted: readonly Language[] | null,
  hear: Ear | null,
): SidesResult {
  if (first.content.kind === "pairs" || second.content.kind === "pairs")
    return refuse("pairs-beside-file");
  const lines = [allLines(first), allLines(second)] as const;
  const empty = lines.findIndex((each) => each.length === 0);
  if (empty >= 0) return refuse("empty", { place: empty });
  const spoken: readonly (Language | null)[] =
    wanted ?? lines.map((each) => languageOf(each, hear));
  const unknown = spoken.indexOf(null);
  if (unknown >= 0) return refuse("no-german-or-english", { place: unknown });
  if (spoken[0] === spoken[1]) return refuse(spoken[0] === "de" ? "only-german" : "only-english");
  const isGermanFirst = spoken[0] === "de";
  const [german, english] = isGermanFirst ? [first, second] : [second, first];
  const sides = { de: allLines(german), en: allLines(english) };
  const lengths = { german: lengthOf(sides.de), english: lengthOf(sides.en) };
  if (Math.min(...Object.values(lengths)) < minShare * Math.max(...Object.values(lengths)))
    return refuse("too-different", lengths);
  return {
    ok: true,
    sides: {
      layout: "two-files",
      groups: [freeGroup(sides)],
      labels: [],
      leftOvers: [
        ...german.leftOvers.map((text) => ({ side: "de" as const, text })),
        ...english.leftOvers.map((text) => ({ side: "en" as const, text })),
      ],
      footnotes: { de: german.footnotes, en: english.footnotes },
      frontMatter: { de: german.frontMatter, en: english.frontMatter },
    },
  };
}

/** A file whose columns are in one language is read line by line. */
function allLines({ content }: DocumentSource): readonly Line[] {
  if (content.kind === "text") return content.lines;
  if (content.kind === "pairs") return [];
  const rows = content.rows.flatMap(({ left, right }) => [...left, ...right]);
  return [...content.before, ...rows, ...content.after];
}

// Looking for words in one of five million letters can take all of the stack that a regular expression has.
const endless = 1_000_000;

/** A million characters without a space are no words of any language. */
function hasEndlessWord(source: DocumentSource): boolean {
  return allLines(source).some(
    ({ text }) => text.length > endless && text.split(/\s/u).some((word) => word.length > endless),
  );
}

function languageOf(lines: readonly Line[], hear: Ear | null): Language | null {
  const text = textOf(lines);
  return languages.find((language) => isWrittenIn(text, language, hear)) ?? null;
}

function arrangeText(
  source: DocumentSource,
  lines: readonly Line[],
  division: Division | null,
  hear: Ear | null,
): SidesResult {
  if (lines.length === 0) return refuse("empty");
  if (division) return divideText(source, lines, division);
  const labelled = readLabelled(lines);
  if (labelled) {
    const { groups, prefixes } = labelled;
    const labels = prefixes.map(({ side, text }) => ({ side, role: "label" as const, text }));
    const base = common(source);
    return { ok: true, sides: { ...base, layout: "labelled", groups, labels } };
  }
  const found = declaredHalves(lines) ?? findHalves(lines, hear);
  if (!found.ok) return refuse(found.reason);
  return {
    ok: true,
    sides: {
      ...common(source),
      layout: found.isAlternating ? "alternating" : "halves",
      groups: [
        freeGroup(found.isAlternating ? shareBlankLines(found.halves, lines) : found.halves),
      ],
      footnotes: sortFootnotes(source.footnotes, found.halves),
    },
  };
}

/** Where languages stand in turn, the blank line before a line sets its translation apart too. */
function shareBlankLines(
  halves: Readonly<Record<Language, readonly Line[]>>,
  lines: readonly Line[],
): Record<Language, readonly Line[]> {
  const german = new Set(halves.de);
  const before = new Map(lines.slice(1).map((line, index) => [line, lines[index]]));
  const share = (line: Line): Line => {
    const partner = before.get(line);
    if (!partner || german.has(partner) === german.has(line)) return line;
    return { ...line, blankBefore: Math.max(line.blankBefore, partner.blankBefore) };
  };
  return { de: halves.de.map(share), en: halves.en.map(share) };
}

/** Where a file says of nearly all its text which of the two languages it is in, and is right in that. */
function declaredHalves(lines: readonly Line[]): HalvesResult | null {
  const [de, en] = languages.map((language) => lines.filter((line) => line.language === language));
  if (!de || !en || lengthOf([...de, ...en]) < 0.95 * lengthOf(lines)) return null;
  if (!isWrittenIn(textOf(de), "de") || !isWrittenIn(textOf(en), "en")) return null;
  const turns = lines.filter(({ language }, index) => {
    return language !== undefined && language !== lines[index - 1]?.language;
  });
  let language: Language = lines.find((line) => line.language)?.language ?? "de";
  const halves: Record<Language, Line[]> = { de: [], en: [] };
  for (const line of lines) {
    language = line.language ?? language;
    halves[language].push(line);
  }
  return { ok: true, halves, isAlternating: turns.length > 2 };
}

function divideText(
  source: DocumentSource,
  lines: readonly Line[],
  { line, first }: Division,
): SidesResult {
  const [before, after] = [lines.slice(0, line), lines.slice(line)];
  const halves = first === "de" ? { de: before, en: after } : { de: after, en: before };
  if (halves.de.length === 0) return refuse("only-english");
  if (halves.en.length === 0) return refuse("only-german");
  return {
    ok: true,
    sides: {
      ...common(source),
      layout: "halves",
      groups: [freeGroup(halves)],
      footnotes: sortFootnotes(source.footnotes, halves),
    },
  };
}

/** By the side that refers to them; one that nobody refers to, by its words. */
function sortFootnotes(
  footnotes: readonly ContentNode[],
  halves: Readonly<Record<Language, readonly Line[]>>,
): Record<Language, ContentNode[]> {
  const references = {
    de: new Set(halves.de.flatMap(({ node }) => (node ? labelsIn(node) : []))),
    en: new Set(halves.en.flatMap(({ node }) => (node ? labelsIn(node) : []))),
  };
  const sideOf = (footnote: ContentNode): Language => {
    const label = String(footnote.attrs?.label ?? "");
    const [only, second] = languages.filter((side) => references[side].has(label));
    if (only && !second) return only;
    return languageEvidence(JSON.stringify(footnote.content)).german >= 0 ? "de" : "en";
  };
  return {
    de: footnotes.filter((footnote) => sideOf(footnote) === "de"),
    en: footnotes.filter((footnote) => sideOf(footnote) === "en"),
  };
}

function labelsIn(node: ContentNode): string[] {
  if (node.type === "footnoteReference") return [String(node.attrs?.label ?? "")];
  return (node.content ?? []).flatMap(labelsIn);
}

function arrangeColumns(
  source: DocumentSource,
  content: Extract<DocumentSource["content"], { kind: "columns" }>,
  hear: Ear | null,
): SidesResult {
  const left = textOf(content.rows.flatMap((row) => row.left));
  const right = textOf(content.rows.flatMap((row) => row.right));
  const germanOf = (text: string) => (hear ?? languageEvidence)(text).german;
  const leftSide: Language = germanOf(left) >= germanOf(right) ? "de" : "en";
  const isSure = !content.isUnsure || isTranslatedTo(left, right, leftSide, hear);
  if (!isSure) return arrangeText(source, allLines(source), null, hear);
  const rightSide = otherLanguage(leftSide);
  const labels: DocumentSides["labels"][number][] = [];
  const rows = content.rows.flatMap((row): SideGroup[] => {
    const named = { [leftSide]: row.left, [rightSide]: row.right };
    const group = freeGroup({ de: named.de ?? [], en: named.en ?? [] });
    const all = [...group.de, ...group.en];
    if (!all.every(({ text }) => isLabelLine(text))) return [group];
    for (const side of languages)
      labels.push(...group[side].map(({ text }) => ({ side, role: "label" as const, text })));
    return [];
  });
  const groups = [...around(content.before), ...rows, ...around(content.after)];
  const sides = {
    de: groups.flatMap((group) => group.de),
    en: groups.flatMap((group) => group.en),
  };
  return {
    ok: true,
    sides: {
      ...common(source),
      layout: "columns",
      groups,
      labels,
      footnotes: sortFootnotes(source.footnotes, sides),
    },
  };
}

function isTranslatedTo(
  left: string,
  right: string,
  leftSide: Language,
  hear: Ear | null,
): boolean {
  return isWrittenIn(left, leftSide, hear) && isWrittenIn(right, otherLanguage(leftSide), hear);
}

/** Lines above and below columns go to the side whose language they are in. */
function around(lines: readonly Line[]): SideGroup[] {
  if (lines.length === 0) return [];
  const isGerman = (line: Line) => languageEvidence(line.text).german >= 0;
  return [freeGroup({ de: lines.filter(isGerman), en: lines.filter((line) => !isGerman(line)) })];
}

/** What stands nowhere in particular is listed with the German side. */
function common({ leftOvers, frontMatter, footnotes }: DocumentSource) {
  return {
    labels: [],
    leftOvers: leftOvers.map((text) => ({
      side: languageEvidence(text).german >= 0 ? ("de" as const) : ("en" as const),
      text,
    })),
    frontMatter: { de: frontMatter, en: frontMatter },
    footnotes: { de: footnotes, en: [] as readonly ContentNode[] },
  };
}

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join("\n");
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
