import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { ImportResult } from "@/core/notes/import-batch";
import type {
  ImportedEntry,
  ImportedNote,
  ImportedReply,
  ImportRefusal,
} from "@/core/notes/imported-note";
import { type PlacedImport, placeImport } from "@/core/notes/place-import";
import type { Viewer } from "@/core/viewer/viewer";
import { isHypothesis, readHypothesis } from "@/formats/hypothesis/read-hypothesis";
import { readAnnotation } from "@/formats/json-ld/read-annotation";
import { Prisma } from "@/prisma/generated/client";
import { writeTags } from "../annotations/write-tags";
import { loadArticle } from "../articles/load-article";
import { db, type Transaction } from "../db";
import { isStorable } from "../http/read-json";
import { writeIndex } from "./write-index";

type Entries = { readonly place: number; readonly entries: readonly unknown[] };

/**
 * Takes in some entries of a file: notes for the viewer alone, each looked for by its words in the article that it names.
 * The id of what is made follows from the viewer and from what the other program calls it, so that the same file makes
 * nothing twice, and a reply in a later batch finds what it answers.
 */
export async function importNotes(
  viewer: Viewer,
  { place, entries }: Entries,
): Promise<readonly ImportResult[]> {
  const results: ImportResult[] = [];
  for (const [index, value] of entries.entries()) {
    if (!isStorable(value)) {
      results.push(refused(`#${place + index}`, "unstorable", ""));
      continue;
    }
    const entry = readEntry(value, place + index);
    results.push(await importEntry(viewer, entry));
  }
  return results;
}

function readEntry(value: unknown, place: number): ImportedEntry {
  return isHypothesis(value) ? readHypothesis(value, place) : readAnnotation(value, place);
}

async function importEntry(viewer: Viewer, entry: ImportedEntry): Promise<ImportResult> {
  if (entry.kind === "refused") return refused(entry.sourceId, entry.reason, "");
  return entry.kind === "note" ? importNote(viewer, entry) : importReply(viewer, entry);
}

function refused(sourceId: string, reason: ImportRefusal, quote: string): ImportResult {
  return { sourceId, outcome: "refused", reason, quote };
}

async function importNote(viewer: Viewer, entry: ImportedNote): Promise<ImportResult> {
  const { sourceId, targets } = entry;
  const [target] = targets;
  const quote = target?.exact.slice(0, 200) ?? "";
  const known = await findKnown(viewer, sourceId);
  if (known) return { sourceId, outcome: "known", reason: null, quote };
  const reading = target && (await loadArticle(viewer, target.slug));
  if (!target || !reading) return refused(sourceId, "elsewhere", quote);
  const { article, version, slug } = reading;
  const placed = placeImport(article, target, version.number);
  if (!placed) return refused(sourceId, "elsewhere", quote);
  await db().$transaction((transaction) => save(transaction, viewer, slug, entry, placed));
  return { sourceId, outcome: placed.kind, reason: null, quote };
}

async function save(
  transaction: Transaction,
  viewer: Viewer,
  slug: string,
  { sourceId, note, tags, colour, createdAt, isResolved }: ImportedNote,
  { anchor }: PlacedImport,
): Promise<void> {
  const id = importedId(viewer, sourceId);
  const { id: articleId } = await transaction.article.findUniqueOrThrow({
    where: { slug },
    select: { id: true },
  });
  const time = createdAt ? { createdAt: new Date(createdAt), updatedAt: new Date(createdAt) } : {};
  const { count } = await transaction.annotation.createMany({
    data: {
      ...{ id, ownerId: viewer.id, articleId, side: anchor.side, anchor, ...time },
      colour: colour ?? "yellow",
      note: note ? z.record(z.string(), z.json()).parse(note) : Prisma.DbNull,
      ...(isResolved && { resolvedAt: new Date(), resolvedById: viewer.id }),
    },
    skipDuplicates: true,
  });
  if (count === 0) return; // the same entry a second time in the same moment
  await writeTags(transaction, viewer.id, id, tags);
  await transaction.change.create({ data: { kind: "created", articleId, annotationId: id } });
  await writeIndex(transaction, [id]);
}

async function importReply(viewer: Viewer, entry: ImportedReply): Promise<ImportResult> {
  const { sourceId, answers, note, createdAt } = entry;
  const id = importedId(viewer, sourceId);
  if (answers === sourceId) return refused(sourceId, "circular", "");
  const annotation = await findThreadOf(viewer, answers);
  if (!annotation) return refused(sourceId, "answers-nothing", "");
  const isKnown = await db().reply.findFirst({
    where: { OR: [{ id }, { id: ownUuid(sourceId) ?? id }], annotation: { ownerId: viewer.id } },
    select: { id: true },
  });
  if (isKnown) return { sourceId, outcome: "known", reason: null, quote: "" };
  const time = createdAt ? { createdAt: new Date(createdAt), updatedAt: new Date(createdAt) } : {};
  await db().$transaction(async (transaction) => {
    const { count } = await transaction.reply.createMany({
      data: {
        id,
        annotationId: annotation.id,
        authorId: viewer.id,
        note: z.record(z.string(), z.json()).parse(note),
        ...time,
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    const { id: annotationId, articleId } = annotation;
    await transaction.change.create({
      data: { kind: "created", articleId, annotationId, replyId: id },
    });
    await writeIndex(transaction, [annotationId]);
  });
  return { sourceId, outcome: "replied", reason: null, quote: "" };
}

/** The viewer's annotation that a reply answers, also by way of another reply. */
async function findThreadOf(viewer: Viewer, answers: string) {
  const ids = idsOf(viewer, answers);
  const own = { ownerId: viewer.id, deletedAt: null };
  const select = { id: true, articleId: true } as const;
  const direct = await db().annotation.findFirst({ where: { ...own, id: { in: ids } }, select });
  if (direct) return direct;
  return db().annotation.findFirst({
    where: { ...own, replies: { some: { id: { in: ids } } } },
    select,
  });
}

async function findKnown(viewer: Viewer, sourceId: string): Promise<boolean> {
  const where = { ownerId: viewer.id, deletedAt: null, id: { in: idsOf(viewer, sourceId) } };
  return (await db().annotation.count({ where })) > 0;
}

/** Under which an annotation of another program, or one of ours that was exported, may stand here. */
function idsOf(viewer: Viewer, sourceId: string): string[] {
  const own = ownUuid(sourceId);
  return own ? [importedId(viewer, sourceId), own] : [importedId(viewer, sourceId)];
}

/** The id that an export of ours carries; whose it is, every query asks. */
function ownUuid(sourceId: string): string | null {
  const last = sourceId.split(/[/:]/).at(-1)?.toLowerCase() ?? "";
  return z.uuid().safeParse(last).success ? last : null;
}

/** The same for the same viewer and name, and another for everybody else; what is ours is known by its id alone. */
function importedId(viewer: Viewer, sourceId: string): string {
  const name = ownUuid(sourceId) ?? sourceId;
  const hash = createHash("sha256")
    .update(JSON.stringify([viewer.id, name]))
    .digest();
  const bytes = Uint8Array.from(hash.subarray(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80; // RFC 9562, version 8: made by a rule of our own
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString("hex");
  return [8, 12, 16, 20].reduceRight((id, at) => `${id.slice(0, at)}-${id.slice(at)}`, hex);
}
