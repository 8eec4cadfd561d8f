import type { Language } from "@/core/article/language";
import { arrangeSides, type Division } from "./arrange-sides";
import { type AssembledArticle, type AssembleOptions, assembleArticle } from "./assemble-article";
import type { DocumentLayout, DocumentSides } from "./document-sides";
import {
  type DocumentFile,
  type DocumentRefusal,
  type DocumentSource,
  type Notice,
  refuse,
} from "./document-source";
import { readSource } from "./read-source";

/** What a file holds, with its name. */
export type NamedSource = DocumentSource & { readonly name: string };

export type DocumentOptions = AssembleOptions & {
  /** The languages of two files in their order, where a person said so; told from their text otherwise. */
  readonly languages?: readonly Language[];
  /** Where the halves of one file meet, where a person said so. */
  readonly division?: Division;
};

export type DocumentResult =
  | (AssembledArticle & {
      readonly layout: DocumentLayout;
      /** The lines of each side, as they were read. */
      readonly lines: Readonly<Record<Language, readonly string[]>>;
      /** What was done to the files as a whole. */
      readonly notices: readonly Notice[];
    })
  | DocumentRefusal;

/**
 * Makes an aligned article of one file that holds a text in both languages, or of two that hold one each, in any formats. Never
 * throws for any bytes; nothing that a file refers to is fetched, and nothing in it is run.
 */
export async function readDocuments(
  files: readonly DocumentFile[],
  options: DocumentOptions = {},
): Promise<DocumentResult> {
  const sources = await readSources(files);
  return sources.ok ? alignSources(sources.sources, options) : sources;
}

/** The first half: what the files hold. To be kept where the second is repeated with other options. */
export async function readSources(
  files: readonly DocumentFile[],
): Promise<{ readonly ok: true; readonly sources: readonly NamedSource[] } | DocumentRefusal> {
  if (files.length === 0) return refuse("no-files");
  if (files.length > 2) return refuse("too-many-files", { count: files.length });
  const sources: NamedSource[] = [];
  for (const file of files) {
    const result = await readSource(file);
    if (!result.ok) return { ...result, values: { file: file.name, ...result.values } };
    sources.push({ ...result.source, name: file.name });
  }
  return { ok: true, sources };
}

/** The second half, which takes the time: sides, roles, alignment. */
export function alignSources(
  sources: readonly NamedSource[],
  options: DocumentOptions = {},
): DocumentResult {
  const { languages = null, division = null, lexicon = null } = options;
  const arranged = arrangeSides(sources, languages, division, lexicon);
  if (!arranged.ok) return named(arranged, sources);
  const assembled = assembleArticle(arranged.sides, options);
  if (!assembled.ok) return named(assembled, sources);
  return {
    ...assembled,
    layout: arranged.sides.layout,
    lines: { de: linesOf(arranged.sides, "de"), en: linesOf(arranged.sides, "en") },
    notices: sources.flatMap(({ notices }) => notices),
  };
}

function linesOf({ groups }: DocumentSides, side: Language): string[] {
  return groups.flatMap((group) => group[side].map(({ text }) => text));
}

/** With the file that is meant, or all of them. */
function named(refusal: DocumentRefusal, sources: readonly NamedSource[]): DocumentRefusal {
  const one = sources[Number(refusal.values.place ?? -1)];
  const file = one ? one.name : sources.map(({ name }) => name).join(", ");
  return { ...refusal, values: { ...refusal.values, file } };
}
