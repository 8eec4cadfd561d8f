import type { Article, VersionFiles } from "@/core/article/article";
import { carryBeads } from "@/core/article/carry-beads";
import { carryIds, emptyRecord } from "@/core/article/carry-ids";
import { carryRows } from "@/core/article/carry-rows";
import { sharedFields } from "@/core/article/front-matter";
import { type ReadSide, readSide } from "../mdx/read-side";
import { parseAlignmentFile } from "./alignment-file";
import { type ContentMessage, messageOf, sideMessages } from "./content-message";
import { isSound } from "./is-sound";
import { printAlignment, type RecordedAlignment } from "./print-alignment";
import { writeAlignment } from "./write-version";

export type ReadVersion = {
  readonly article: Article;
  /** By file, in the order of the text. */
  readonly messages: readonly ContentMessage[];
  /** True where the alignment is missing or does not fit the texts: `writeVersion` would write another. */
  readonly isStale: boolean;
};

/**
 * Reads an article from its files. Where the texts changed since the alignment was written, ids are carried over, beads a
 * person verified are kept, and the rest is aligned anew; the same files always give the same article.
 */
export function readVersion(files: VersionFiles): ReadVersion {
  const read = { de: readSide(files.de, "de"), en: readSide(files.en, "en") };
  const { recorded, messages } = readAlignment(files.alignment);
  const before = recorded ?? nothingRecorded;
  const de = carryIds(before.sides.de, "de", read.de.frontMatter, read.de.nodes);
  const en = carryIds(before.sides.en, "en", read.en.frontMatter, read.en.nodes);
  const sides = { de: de.side, en: en.side };
  const changed = new Set([...de.changedSentences, ...en.changedSentences]);
  const beads = carryBeads(before.beads, sides, changed);
  const article = { sides, beads, rows: carryRows(before.rows, sides, beads) };
  return {
    article,
    messages: [
      ...sideMessages("de", read.de),
      ...sideMessages("en", read.en),
      ...disagreements(read.de, read.en),
      ...messages,
    ],
    isStale: recorded === null || writeAlignment(article) !== printAlignment(recorded),
  };
}

const nothingRecorded: RecordedAlignment = {
  sides: { de: emptyRecord, en: emptyRecord },
  beads: [],
  rows: [],
};

function readAlignment(source: string | null): {
  recorded: RecordedAlignment | null;
  messages: ContentMessage[];
} {
  if (source === null) return { recorded: null, messages: [] };
  const result = parseAlignmentFile(source);
  if (!result.ok) {
    const message = messageOf("alignment.json", "alignment-unreadable", result.detail);
    return { recorded: null, messages: [message] };
  }
  if (isSound(result.file)) return { recorded: result.file, messages: [] };
  return { recorded: null, messages: [messageOf("alignment.json", "alignment-inconsistent")] };
}

/** Fields of the whole article may stand in either file; where they stand in both they say the same. */
function disagreements(de: ReadSide, en: ReadSide): ContentMessage[] {
  return sharedFields
    .filter((field) => {
      const [german, english] = [de.frontMatter[field], en.frontMatter[field]];
      if (german === undefined || english === undefined) return false;
      return JSON.stringify(german) !== JSON.stringify(english);
    })
    .map((field) => messageOf("en.mdx", "shared-field", field));
}
