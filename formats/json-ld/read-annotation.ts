import { z } from "zod";
import { colours } from "@/core/annotation/annotation";
import type { NoteDocument } from "@/core/annotation/note-document";
import { maxTags, normalizeTag, tagSchema } from "@/core/annotation/tag";
import type { ImportedEntry, ImportedTarget, ImportRefusal } from "@/core/notes/imported-note";
import { readNoteHtml, readNoteText } from "../note-html/read-note-html";
import { readSource } from "./read-source";

// Loose: annotations of other programs carry what we have no use for. What we use is bounded.
const text = z.string().max(100_000);
const iri = z.string().min(1).max(2000);

/** JSON-LD writes one value alone and several as a list. */
function many<Item extends z.core.$ZodType>(item: Item, most: number) {
  return z
    .preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item).max(most))
    .default([]);
}

const bodySchema = z.looseObject({
  purpose: many(text, 20),
  format: text.optional(),
  value: text.optional(),
});

const selectorSchema = z.looseObject({
  type: text,
  exact: text.optional(),
  prefix: text.optional(),
  suffix: text.optional(),
  start: z.number().int().min(0).optional(),
});

const targetSchema = z.looseObject({
  source: z.union([iri, z.looseObject({ id: iri })]).optional(),
  id: iri.optional(),
  styleClass: many(text, 20),
  selector: many(z.union([selectorSchema, iri]), 20),
});

const annotationSchema = z.looseObject({
  id: iri.optional(),
  canonical: iri.optional(),
  type: many(text, 20),
  motivation: many(text, 20),
  created: z.unknown().optional(),
  body: many(z.union([bodySchema, text]), 200),
  bodyValue: many(text, 20),
  target: many(z.union([targetSchema, iri]), 500),
  "schema:dateResolved": z.unknown().optional(),
});

type Body = z.infer<typeof bodySchema>;
type Target = z.infer<typeof targetSchema>;

const maxExact = 20_000;

/** One annotation of a JSON-LD file, whoever wrote it. */
export function readAnnotation(value: unknown, place: number): ImportedEntry {
  const parsed = annotationSchema.safeParse(value);
  const unnamed = `#${place}`;
  if (!parsed.success) return refused(nameOf(value) ?? unnamed, "not-an-annotation");
  const { data } = parsed;
  const sourceId = data.canonical ?? data.id ?? unnamed;
  if (!data.type.some((type) => /(^|[#:])Annotation$/.test(type))) {
    return refused(sourceId, "not-an-annotation");
  }
  const bodies = [...data.body, ...data.bodyValue].map(toBody);
  const note = joinNotes(bodies.filter((body) => !isTag(body)).map(readBody));
  const createdAt = readTime(data.created);
  const targets = data.target;
  if (targets.length === 0) return refused(sourceId, "no-target");

  if (data.motivation.some((motivation) => /replying$/.test(motivation))) {
    const [target] = targets;
    const answers = typeof target === "string" ? target : (sourceOf(target) ?? null);
    if (answers === null) return refused(sourceId, "no-target");
    return note
      ? { kind: "reply", sourceId, answers, note, createdAt }
      : refused(sourceId, "empty-reply");
  }

  const read = targets.map(readTarget);
  const found = read.filter((target) => typeof target !== "string");
  const first = read[0];
  if (first === undefined) return refused(sourceId, "no-target");
  if (typeof first === "string") return refused(sourceId, first);
  return {
    kind: "note",
    sourceId,
    targets: found,
    note,
    tags: readTags(bodies),
    colour: colourOf(targets),
    createdAt,
    isResolved: readTime(data["schema:dateResolved"]) !== null,
  };
}

function refused(sourceId: string, reason: ImportRefusal): ImportedEntry {
  return { kind: "refused", sourceId, reason };
}

function nameOf(value: unknown): string | null {
  return z.looseObject({ id: iri }).safeParse(value).data?.id ?? null;
}

function toBody(body: Body | string): Body {
  return typeof body === "string" ? { purpose: [], value: body } : body;
}

function isTag({ purpose }: Body): boolean {
  return purpose.some((one) => /tagging$/.test(one));
}

function readBody({ value = "", format = "text/plain" }: Body): NoteDocument | null {
  return /html/i.test(format) ? readNoteHtml(value) : readNoteText(value);
}

function joinNotes(notes: readonly (NoteDocument | null)[]): NoteDocument | null {
  const content = notes.flatMap((note) => note?.content ?? []);
  return content.length > 0 ? { type: "doc", content } : null;
}

/** As many tags as a note may have, each once; what is no tag, or too long for one, is left out. */
export function readTagNames(names: readonly string[]): string[] {
  const tags = names.flatMap((name) => tagSchema.safeParse(name).data ?? []);
  return [...new Map(tags.map((tag) => [normalizeTag(tag).toLowerCase(), tag])).values()].slice(
    0,
    maxTags,
  );
}

function readTags(bodies: readonly Body[]): string[] {
  return readTagNames(bodies.filter(isTag).flatMap(({ value }) => value ?? []));
}

function colourOf(targets: readonly (Target | string)[]) {
  const names = targets.flatMap((target) => (typeof target === "string" ? [] : target.styleClass));
  return colours.find((colour) => names.includes(colour)) ?? null;
}

/** A time that exists, in UTC; `null` for anything else. */
export function readTime(value: unknown): string | null {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d/.test(value)) return null;
  const time = new Date(value);
  const isTime = !Number.isNaN(time.getTime()) && time.getTime() > 0 && time.getTime() < 8e12;
  return isTime ? time.toISOString() : null;
}

function sourceOf(target: Target | undefined): string | undefined {
  const source = target?.source ?? target?.id;
  return typeof source === "string" ? source : source?.id;
}

function readTarget(target: Target | string): ImportedTarget | ImportRefusal {
  const address = typeof target === "string" ? target : sourceOf(target);
  if (address === undefined) return "no-target";
  const source = readSource(address);
  if (!source) return "elsewhere";
  const selectors = typeof target === "string" ? [] : target.selector;
  return quoteIn(
    source,
    selectors.filter((one) => typeof one !== "string"),
  );
}

type Selector = z.infer<typeof selectorSchema>;

/** The passage that selectors describe; without its words a passage is not looked for. */
export function quoteIn(
  source: Pick<ImportedTarget, "slug" | "side">,
  selectors: readonly Selector[],
): ImportedTarget | ImportRefusal {
  const quote = selectors.find(({ type }) => type === "TextQuoteSelector");
  if (!quote?.exact?.trim()) return "unknown-selector";
  if (quote.exact.length > maxExact) return "too-long";
  const start = selectors.find(({ type }) => type === "TextPositionSelector")?.start ?? null;
  return {
    ...source,
    exact: quote.exact,
    prefix: quote.prefix ?? "",
    suffix: quote.suffix ?? "",
    start,
  };
}
