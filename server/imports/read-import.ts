import "server-only";
import type { Article } from "@/core/article/article";
import { summarise } from "@/core/article/article-summary";
import { isDoubtful } from "@/core/article/is-doubtful";
import { type Language, languages } from "@/core/article/language";
import { minutesToRead } from "@/core/article/minutes-to-read";
import { partsOf } from "@/core/article/parts";
import type { ImportChoices, LineRole } from "@/core/import/import-choices";
import type { Imported } from "@/core/import/import-result";
import { renderSide } from "@/document/render-html";
import type { DocumentFile } from "@/formats/document/document-source";
import {
  alignSources,
  type DocumentResult,
  type NamedSource,
  readSources,
} from "@/formats/document/read-documents";
import { readVersion } from "@/formats/version/read-version";
import { writeAlignment, writeVersion } from "@/formats/version/write-version";
import { withTargets } from "./finding-targets";
import type { ImportOutcome } from "./import-outcome";
import { type LexiconPlaces, loadBestLexicon } from "./load-lexicon";

/** What is done with a document, in this order; each is a key of the messages `ImportPage.stage`. */
export type ImportStage = "reading" | "splitting" | "aligning" | "checking" | "drawing";

/** So many lines at either end of a side may be taken for something else than text. */
const endLines = 6;
const aroundDivision = 6;
/** What is longer is a paragraph of text for certain. */
const longestLine = 300;

type Aligned = Extract<DocumentResult, { ok: true }>;

/** Reads, aligns and renders a document. It takes seconds: to be called in a thread of its own. */
export async function readImport(
  files: readonly DocumentFile[],
  choices: ImportChoices,
  places: LexiconPlaces,
  onStage: (stage: ImportStage) => void,
): Promise<ImportOutcome> {
  onStage("reading");
  const read = await readSources(files);
  if (!read.ok) return { told: read };
  const { layer, lexicon } = loadBestLexicon(places);
  const { roles, languages: spoken, division, isUnrelatedAccepted } = choices;
  const aligned = alignSources(read.sources, {
    lexicon,
    roles,
    isUnrelatedAccepted,
    onStage,
    ...(spoken && { languages: spoken }),
    ...(division && { division }),
  });
  if (!aligned.ok) return { told: aligned };
  onStage("drawing");
  // What is shown is what will be read: the article that the stored texts are.
  const version = writeVersion(aligned.article);
  const { article } = readVersion(version);
  const rowsOfParts = partsOf(article);
  const parts = rowsOfParts.map((rows) => ({
    rowCount: rows.length,
    de: renderSide(article, "de", rows),
    en: renderSide(article, "en", rows),
  }));
  return {
    told: {
      ...tell(aligned, article, read.sources),
      findings: withTargets(aligned.findings, article, rowsOfParts),
      lexicon: layer,
      counts: { ...countsOf(aligned), parts: parts.length },
    },
    files: { de: version.de, en: version.en, alignment: writeAlignment(article) },
    parts,
  };
}

function tell(
  aligned: Aligned,
  article: Article,
  sources: readonly NamedSource[],
): Omit<Imported, "lexicon" | "counts" | "findings"> {
  const { layout, roles, leftOvers, notices } = aligned;
  const labels = roles
    .filter(({ role }) => role === "label")
    .map(({ side, text }) => ({ side, text }));
  return {
    ok: true,
    heads: { de: headOf(article, "de"), en: headOf(article, "en") },
    summary: summarise(article),
    lines: { de: changeable(aligned, "de"), en: changeable(aligned, "en") },
    division: layout === "halves" ? divisionOf(aligned, sources) : null,
    leftOvers: [...leftOvers, ...labels],
    notices: [...notices],
  };
}

function countsOf({ sentences, beads, rows }: Aligned): Omit<Imported["counts"], "parts"> {
  return {
    sentences: { de: sentences.de.length, en: sentences.en.length },
    beads: beads.length,
    doubtful: beads.filter(isDoubtful).length,
    rows: rows.length,
    proposedRows: rows.filter((row) => row.isProposed).length,
  };
}

function headOf({ sides }: Article, side: Language): Imported["heads"]["de"] {
  return { frontMatter: sides[side].frontMatter, minutes: minutesToRead(sides[side]) };
}

/** Lines at the ends of a side, and those that are no text. */
function changeable({ lines, roles, apart }: Aligned, side: Language): Imported["lines"]["de"] {
  const told: readonly {
    readonly side: Language;
    readonly role: LineRole;
    readonly text: string;
  }[] = [...roles, ...apart];
  const roleOf = (text: string): LineRole =>
    told.find((entry) => entry.side === side && entry.text === text)?.role ?? "body";
  return lines[side]
    .map((text) => ({ role: roleOf(text), text }))
    .filter(({ role, text }, index, all) => {
      const isAtEnd = index < endLines || index >= all.length - endLines;
      return role !== "body" || (isAtEnd && text.length <= longestLine);
    });
}

/** The line where the second half begins, found by how many lines the first half has. */
function divisionOf({ lines }: Aligned, sources: readonly NamedSource[]): Imported["division"] {
  const content = sources[0]?.content;
  if (content?.kind !== "text") return null;
  const all = content.lines;
  const [start] = all;
  if (!start) return null;
  const first =
    languages.find((side) => lines[side][0]?.startsWith(start.text.slice(0, 40))) ?? "de";
  const line = lines[first].length;
  const from = Math.max(0, line - aroundDivision);
  return {
    line,
    first,
    around: all.slice(from, line + aroundDivision).map(({ text }, index) => ({
      number: from + index,
      text: text.length > 120 ? `${text.slice(0, 119)}…` : text,
    })),
  };
}
