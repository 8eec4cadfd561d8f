import "server-only";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { VersionFiles } from "@/core/article/article";
import { isSlug } from "@/core/article/slug";
import type { ContentMessage } from "@/formats/version/content-message";
import { readVersion } from "@/formats/version/read-version";
import { db, type Transaction } from "../db";
import { addVersion } from "./add-version";
import { type ContentFolder, type FolderResult, readContentFolder } from "./read-content-folder";

/** What became of one folder; `messages` are what its author should know of the files. */
export type PublishOutcome = {
  readonly slug: string;
  readonly messages: readonly ContentMessage[];
} & (
  | { readonly kind: "unchanged" }
  | { readonly kind: "published"; readonly version: number }
  /** The current version was not made from the files: theirs was stored beside it and waits for a person. */
  | { readonly kind: "conflict"; readonly version: number }
  | { readonly kind: "refused"; readonly reason: RefusedReason }
);

type RefusedReason = Extract<FolderResult, { ok: false }>["reason"] | "slug-invalid" | "empty";

const PUBLISH_LOCK = 7_272; // two starts at once publish one after the other

/**
 * Takes the folders of `directory` into the library: each one that changed since it was last taken becomes a new
 * version. A folder that is gone changes nothing, and one that cannot be read keeps no other from being published.
 */
export async function publishContent(directory: string): Promise<readonly PublishOutcome[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(noFolder);
  const slugs = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const outcomes: PublishOutcome[] = [];
  for (const slug of slugs.filter((name) => !name.startsWith(".")).sort()) {
    outcomes.push(await publishFolder(slug, join(directory, slug)));
  }
  return outcomes;
}

function noFolder(error: NodeJS.ErrnoException): [] {
  if (error.code === "ENOENT") return [];
  throw error;
}

async function publishFolder(slug: string, path: string): Promise<PublishOutcome> {
  if (!isSlug(slug)) return { slug, messages: [], kind: "refused", reason: "slug-invalid" };
  const result = await readContentFolder(path);
  if (!result.ok) return { slug, messages: [], kind: "refused", reason: result.reason };
  return db().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${PUBLISH_LOCK})`;
    return takeIn(transaction, slug, result.folder);
  });
}

async function takeIn(
  transaction: Transaction,
  slug: string,
  { files, hash }: ContentFolder,
): Promise<PublishOutcome> {
  const known = await findKnown(transaction, slug);
  if (known?.contentHash === hash) return { slug, messages: [], kind: "unchanged" };

  const current = known?.currentVersion ?? null;
  const { article, messages } = readWithIds(files, current?.alignment ?? null);
  if (article.rows.length === 0) return { slug, messages, kind: "refused", reason: "empty" };

  const { id: articleId } = await transaction.article.upsert({
    where: { slug },
    create: { slug, audience: "library", contentHash: hash },
    update: { contentHash: hash },
    select: { id: true },
  });
  if (current && current.de === files.de && current.en === files.en && current.origin !== "file") {
    // A version made elsewhere was written back to the files: from here on they are its source.
    await transaction.articleVersion.update({
      where: { id: current.id },
      data: { origin: "file" },
    });
    return { slug, messages, kind: "unchanged" };
  }
  const isShown = current === null || current.origin === "file";
  const number = 1 + (known?.versions[0]?.number ?? 0);
  const message = "content";
  const version = { articleId, number, files, article, message, isShown, authorId: null };
  await addVersion(transaction, { ...version, origin: "file" });
  return { slug, messages, kind: isShown ? "published" : "conflict", version: number };
}

function findKnown(transaction: Transaction, slug: string) {
  return transaction.article.findUnique({
    where: { slug },
    select: {
      contentHash: true,
      currentVersion: { select: { id: true, de: true, en: true, alignment: true, origin: true } },
      versions: { select: { number: true }, orderBy: { number: "desc" }, take: 1 },
    },
  });
}

/**
 * Without an alignment of its own, or with one that is older than the text, a folder carries on from the version that
 * readers have: what they marked stands on that version's ids.
 */
function readWithIds(files: VersionFiles, currentAlignment: string | null) {
  const read = readVersion(files);
  const isOwn = files.alignment !== null && !read.isStale;
  if (isOwn || currentAlignment === null) return read;
  return readVersion({ ...files, alignment: currentAlignment });
}
