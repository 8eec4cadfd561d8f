import { languages } from "../article/language";
import { annotationAudiences, moderations } from "../audience/annotation-policy";
import { type Anchor, colours, type StoredAnnotation } from "./annotation";
import { noteDocumentSchema } from "./note-document";

/**
 * Whether a value has the shape of `storedAnnotationSchema`, told in a twentieth of its time: a reading page waits for this with
 * ten thousand of them. What the server let in it has checked to the last letter; here it is about what the page relies on,
 * since a page may be older than its server. A note is checked as strictly as ever: it is drawn as it is nested.
 */
export function isStoredAnnotation(value: unknown): value is StoredAnnotation {
  return isObject(value) && isWritten(value) && isKept(value);
}

type Members = Readonly<Record<string, unknown>>;

function isWritten(value: Members): boolean {
  return (
    typeof value.id === "string" &&
    typeof value.articleSlug === "string" &&
    isAnchor(value.anchor) &&
    (value.twin === null || isAnchor(value.twin)) &&
    isOneOf(colours, value.colour) &&
    (value.note === null || noteDocumentSchema.safeParse(value.note).success) &&
    isListOfStrings(value.tags) &&
    isOneOf(annotationAudiences, value.audience) &&
    isStringOrNull(value.groupId)
  );
}

/** What the server knows of it. */
function isKept(value: Members): boolean {
  return (
    isCount(value.revision) &&
    typeof value.createdAt === "string" &&
    typeof value.updatedAt === "string" &&
    isStringOrNull(value.resolvedAt) &&
    typeof value.isDeleted === "boolean" &&
    (value.moderation === undefined || isHidden(value.moderation)) &&
    isObject(value.author) &&
    typeof value.author.id === "string" &&
    isStringOrNull(value.author.name) &&
    isStringOrNull(value.groupName) &&
    typeof value.isOwn === "boolean" &&
    typeof value.mayAnswer === "boolean"
  );
}

function isAnchor(value: unknown): value is Anchor {
  return (
    isObject(value) &&
    isCount(value.version) &&
    isOneOf(languages, value.side) &&
    isPoint(value.start) &&
    isPoint(value.end) &&
    isListOfStrings(value.sentences) &&
    value.sentences.length > 0 &&
    typeof value.exact === "string" &&
    value.exact !== "" &&
    typeof value.prefix === "string" &&
    typeof value.suffix === "string"
  );
}

function isPoint(value: unknown): boolean {
  return isObject(value) && typeof value.block === "string" && isCount(value.offset);
}

function isHidden(value: unknown): boolean {
  return value !== "shown" && isOneOf(moderations, value);
}

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null;
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isStringOrNull(value: unknown): boolean {
  return value === null || typeof value === "string";
}

function isListOfStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isOneOf(values: readonly unknown[], value: unknown): boolean {
  return values.includes(value);
}
