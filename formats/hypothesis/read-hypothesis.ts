import { remark } from "remark";
import remarkRehype from "remark-rehype";
import { z } from "zod";
import type { NoteDocument } from "@/core/annotation/note-document";
import type { ImportedEntry } from "@/core/notes/imported-note";
import { quoteIn, readTagNames, readTime } from "../json-ld/read-annotation";
import { readSource } from "../json-ld/read-source";
import { readNoteTree } from "../note-html/read-note-html";

const text = z.string().max(100_000);

const selectorSchema = z.looseObject({
  type: text,
  exact: text.optional(),
  prefix: text.optional(),
  suffix: text.optional(),
  start: z.number().int().min(0).optional().catch(undefined),
});

const hypothesisSchema = z.looseObject({
  id: z.string().min(1).max(200),
  uri: text,
  text: text.default(""),
  tags: z.array(text).max(200).default([]),
  created: z.unknown().optional(),
  references: z.array(z.string().max(200)).max(500).default([]),
  target: z
    .array(
      z.looseObject({
        source: text.optional(),
        selector: z.array(selectorSchema).max(50).optional(),
      }),
    )
    .max(50)
    .default([]),
});

/** Whether an entry of a file is one that Hypothesis wrote: it has a `uri`, where JSON-LD has a type. */
export function isHypothesis(value: unknown): boolean {
  return z.looseObject({ uri: z.string(), type: z.undefined().optional() }).safeParse(value)
    .success;
}

/** One annotation of a file that Hypothesis exported; its text is Markdown. */
export function readHypothesis(value: unknown, place: number): ImportedEntry {
  const parsed = hypothesisSchema.safeParse(value);
  if (!parsed.success)
    return { kind: "refused", sourceId: `#${place}`, reason: "not-an-annotation" };
  const { id: sourceId, references, target, uri, tags, created } = parsed.data;
  const note = readMarkdown(parsed.data.text);
  const createdAt = readTime(created);
  const answers = references.at(-1);
  if (answers !== undefined) {
    if (!note) return { kind: "refused", sourceId, reason: "empty-reply" };
    return { kind: "reply", sourceId, answers, note, createdAt };
  }
  const source = readSource(target[0]?.source ?? uri) ?? readSource(uri);
  if (!source) return { kind: "refused", sourceId, reason: "elsewhere" };
  const quote = quoteIn(source, target[0]?.selector ?? []);
  if (typeof quote === "string") return { kind: "refused", sourceId, reason: quote };
  return {
    kind: "note",
    sourceId,
    // Positions there are counted in the text of the whole page, which is none of ours.
    targets: [{ ...quote, start: null }],
    note,
    tags: readTagNames(tags),
    colour: null,
    createdAt,
    isResolved: false,
  };
}

/** HTML in Markdown is left out, as Hypothesis does. */
function readMarkdown(markdown: string): NoteDocument | null {
  const processor = remark().use(remarkRehype);
  return readNoteTree(() => processor.runSync(processor.parse(markdown)));
}
