import "server-only";
import * as z from "zod/mini";
import type { Annotation } from "@/core/annotation/annotation";
import { anchorSchema } from "@/core/annotation/annotation";
import { articleText, counterpartWords, locatePassage } from "@/core/annotation/locate-passage";
import { noteDocumentSchema } from "@/core/annotation/note-document";
import { noteText } from "@/core/annotation/note-text";
import type { Article } from "@/core/article/article";
import { otherLanguage } from "@/core/article/language";
import { indexTerms } from "@/core/search/terms";
import type { Prisma } from "@/prisma/generated/client";
import { loadVersion } from "../articles/load-version";
import type { Database, Transaction } from "../db";
import { isKnownStem } from "./known-stems";

/**
 * Writes what the notes page searches and shows of these annotations beyond themselves: where their passage stands in
 * the current version, its counterpart, and the terms of it all. However many there are, it takes four queries and one
 * for each text that was not read yet.
 */
export async function writeIndex(
  client: Database | Transaction,
  annotationIds: readonly string[],
): Promise<void> {
  if (annotationIds.length === 0) return;
  const rows = await client.annotation.findMany({
    where: { id: { in: [...annotationIds] }, article: { currentVersionId: { not: null } } },
    select: indexedColumns,
  });
  await indexAnnotations(client, rows);
}

const indexedColumns = {
  id: true,
  anchor: true,
  twin: true,
  note: true,
  articleId: true,
  article: { select: { currentVersionId: true } },
  tags: { select: { tag: { select: { name: true } } } },
  replies: { where: { deletedAt: null, moderation: "shown" }, select: { note: true } },
} as const satisfies Prisma.AnnotationSelect;

/** The same for annotations that were just read, or written. */
export async function indexAnnotations(
  client: Database | Transaction,
  rows: readonly Prisma.AnnotationGetPayload<{ select: typeof indexedColumns }>[],
): Promise<void> {
  const made: Index[] = [];
  for (const { id, article, articleId, ...rest } of rows) {
    const versionId = article.currentVersionId;
    if (versionId === null) continue;
    const anchor = anchorSchema.parse(rest.anchor);
    const twin = z.nullable(anchorSchema).parse(rest.twin);
    const notes = [rest.note, ...rest.replies.map(({ note }) => note)];
    const words = notes
      .map((note) => noteText(z.nullable(noteDocumentSchema).parse(note)))
      .join("\n");
    const names = rest.tags.map(({ tag }) => tag.name).join("\n");
    const indexed = { id, anchor, twin, words: `${words}\n${names}` };
    const current = { versionId, article: await loadVersion(versionId, client) };
    const inPlace = indexInPlace(current, indexed);
    if (inPlace) {
      made.push(inPlace);
      continue;
    }
    // Of what is gone the words of its counterpart are kept as they were when it was marked.
    const then = await loadVersionOf(client, articleId, anchor.version);
    const counterpart = then ? counterpartIn(then, anchor, twin) : "";
    made.push({
      annotationId: id,
      versionId,
      isOrphaned: true,
      position: endOf(current.article, anchor),
      counterpart,
      terms: termsOf(indexed.words, anchor, counterpart),
    });
  }
  if (made.length > 0) await save(client, made);
}

type Anchor = Annotation["anchor"];

type Indexed = Pick<Annotation, "id" | "anchor" | "twin"> & {
  /** Of note, answers and tags. */
  readonly words: string;
};

/** What is known of an annotation in the version that is read now; `null` where its passage has no place there. */
export function indexInPlace(
  { versionId, article }: { readonly versionId: string; readonly article: Article },
  { id, anchor, twin, words }: Indexed,
): Index | null {
  const where = locatePassage(article, anchor, twin);
  if (!where) return null;
  const counterpart = counterpartWords(article, otherLanguage(anchor.side), where.counterpart);
  const terms = termsOf(words, anchor, counterpart);
  const { start: position } = where;
  return { annotationId: id, versionId, isOrphaned: false, position, counterpart, terms };
}

export type Index = {
  readonly annotationId: string;
  readonly versionId: string;
  readonly isOrphaned: boolean;
  readonly position: number;
  readonly counterpart: string;
  readonly terms: string;
};

function counterpartIn(article: Article, anchor: Anchor, twin: Anchor | null): string {
  const spans = locatePassage(article, anchor, twin)?.counterpart ?? [];
  return counterpartWords(article, otherLanguage(anchor.side), spans);
}

/** Orphans stand after everything that has a place. */
function endOf(article: Article, anchor: Anchor): number {
  return articleText(article).sides[anchor.side].text.length;
}

/** As a literal of a tsvector: a word has no place in it, since notes are not ranked. */
function termsOf(words: string, anchor: Anchor, counterpart: string): string {
  const { side, exact } = anchor;
  const terms = new Set([
    ...indexTerms(words, ["de", "en"], isKnownStem),
    ...indexTerms(exact, [side], isKnownStem),
    ...indexTerms(counterpart, [otherLanguage(side)], isKnownStem),
  ]);
  return [...terms].map(quoteTerm).join(" ");
}

/** A term as a literal of a tsvector or a tsquery. */
export function quoteTerm(term: string): string {
  return `'${term.replace(/[\\']/g, (mark) => mark + mark)}'`;
}

async function loadVersionOf(client: Database | Transaction, articleId: string, number: number) {
  const version = await client.articleVersion.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { id: true },
  });
  return version && loadVersion(version.id, client);
}

async function save(client: Database | Transaction, made: readonly Index[]): Promise<void> {
  // Prisma has no type for a tsvector, so the rows go in as columns.
  await client.$executeRaw`
    INSERT INTO "annotation_index"
      ("annotationId", "versionId", "isOrphaned", "position", "counterpart", "terms")
    SELECT "annotationId", "versionId", "isOrphaned", "position", "counterpart", "terms"::tsvector
    FROM unnest(
      ${made.map((one) => one.annotationId)}::uuid[],
      ${made.map((one) => one.versionId)}::uuid[],
      ${made.map((one) => one.isOrphaned)}::boolean[],
      ${made.map((one) => one.position)}::int[],
      ${made.map((one) => one.counterpart)}::text[],
      ${made.map((one) => one.terms)}::text[]
    ) AS made ("annotationId", "versionId", "isOrphaned", "position", "counterpart", "terms")
    ON CONFLICT ("annotationId") DO UPDATE SET
      "versionId" = EXCLUDED."versionId",
      "isOrphaned" = EXCLUDED."isOrphaned",
      "position" = EXCLUDED."position",
      "counterpart" = EXCLUDED."counterpart",
      "terms" = EXCLUDED."terms"`;
}
