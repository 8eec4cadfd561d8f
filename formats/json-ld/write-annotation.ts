import type { Colour } from "@/core/annotation/annotation";
import type { StoredReply } from "@/core/annotation/reply";
import type { Language } from "@/core/article/language";
import type { ExportedNote, QuotedPassage } from "@/core/notes/exported-note";
import { writeNoteHtml } from "../note-html/write-note-html";

/** JSON-LD in the model of the Web Annotation recommendation. */
export type JsonLd = { readonly [name: string]: unknown };

const annotationContext = "http://www.w3.org/ns/anno.jsonld";

/** The IRI of an annotation of ours: the same in every export, for as long as the installation keeps its address. */
function annotationIri(base: string, id: string): string {
  return `${base}/annotations/${id}`;
}

/** The IRI of one side of an article, in whose text positions are counted: the page that shows that side alone. */
function sideIri(base: string, slug: string, side: Language): string {
  return `${base}/${side}/read/${slug}/${side === "de" ? "german" : "english"}`;
}

/** A note as an annotation: one target is the passage, the others its counterpart on the other side. */
export function writeAnnotation(note: ExportedNote, base: string): JsonLd {
  const { annotation, passage, counterpart } = note;
  const { id, articleSlug, author, colour, createdAt, updatedAt, tags } = annotation;
  const comment = annotation.note && {
    ...html,
    purpose: "commenting",
    value: writeNoteHtml(annotation.note),
  };
  const body = [
    ...(comment ? [comment] : []),
    ...tags.map((tag) => ({
      type: "TextualBody",
      purpose: "tagging",
      format: "text/plain",
      value: tag,
    })),
  ];
  return {
    "@context": annotationContext,
    id: annotationIri(base, id),
    type: "Annotation",
    motivation: annotation.note ? "commenting" : "highlighting",
    created: createdAt,
    modified: updatedAt,
    creator: personOf(author, base),
    canonical: `urn:uuid:${id}`,
    audience: audienceOf(annotation, base),
    stylesheet: { type: "CssStylesheet", value: stylesheet },
    ...(body.length > 0 && { body }),
    target: [passage, ...counterpart].map((one) => writeTarget(one, base, articleSlug, colour)),
    ...(annotation.resolvedAt && { "schema:dateResolved": annotation.resolvedAt }),
  };
}

/** A reply as an annotation of the annotation that it answers. */
function writeReply(reply: StoredReply, base: string): JsonLd | null {
  if (!reply.note) return null;
  return {
    "@context": annotationContext,
    id: annotationIri(base, reply.id),
    type: "Annotation",
    motivation: "replying",
    created: reply.createdAt,
    modified: reply.updatedAt,
    ...(reply.author && { creator: personOf(reply.author, base) }),
    canonical: `urn:uuid:${reply.id}`,
    body: { ...html, value: writeNoteHtml(reply.note) },
    target: annotationIri(base, reply.annotationId),
  };
}

/** Notes with their threads as one document: an array, as most programs take it. */
export function writeAnnotations(notes: readonly ExportedNote[], base: string): JsonLd[] {
  return notes.flatMap((note) => [
    writeAnnotation(note, base),
    ...note.replies.map((reply) => writeReply(reply, base)).filter((reply) => reply !== null),
  ]);
}

const html = { type: "TextualBody", format: "text/html" };

const cssColours: Readonly<Record<Colour, string>> = {
  yellow: "#fde68a",
  green: "#bbf7d0",
  blue: "#bfdbfe",
  pink: "#fbcfe8",
};
const stylesheet = Object.entries(cssColours)
  .map(([name, value]) => `.${name}{background:${value}}`)
  .join("");

function writeTarget(passage: QuotedPassage, base: string, slug: string, colour: Colour) {
  const { side, exact, prefix, suffix, place } = passage;
  const quote = { type: "TextQuoteSelector", exact, prefix, suffix };
  return {
    source: sideIri(base, slug, side),
    styleClass: colour,
    selector: place ? [quote, { type: "TextPositionSelector", ...place }] : [quote],
  };
}

function personOf({ id, name }: { id: string; name: string | null }, base: string) {
  return { id: `${base}/people/${id}`, type: "Person", ...(name !== null && { name }) };
}

function audienceOf({ audience, groupId, groupName }: ExportedNote["annotation"], base: string) {
  const id = audience === "group" ? `${base}/groups/${groupId}` : `${base}/audience/${audience}`;
  return {
    id,
    type: "schema:Audience",
    "schema:audienceType": audience,
    ...(groupName !== null && { "schema:name": groupName }),
  };
}
