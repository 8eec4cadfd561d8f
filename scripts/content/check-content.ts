import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ContentMessage } from "@/formats/version/content-message";
import { readVersion } from "@/formats/version/read-version";
import { writeAlignment } from "@/formats/version/write-version";
import { readContentFolder } from "@/server/articles/read-content-folder";

/** What was found in the folder of one article. */
export type FolderReport = {
  readonly slug: string;
  readonly messages: readonly ContentMessage[];
  /** What became of `alignment.json`, or would become of it. */
  readonly alignment: "fits" | "missing" | "stale" | "written";
  /** Sentence pairs that a person verified and that changed since. */
  readonly changedBeads: number;
};

export type FolderRefusal = {
  readonly slug: string;
  readonly refusal: "side-missing" | "unreadable" | "not-utf8";
};

export type ContentReport =
  | { readonly ok: true; readonly folders: readonly (FolderReport | FolderRefusal)[] }
  | { readonly ok: false; readonly reason: "no-folder" | "nothing-there" | "no-such-article" };

/** Reads every article in `directory`, or the one named, as the library would; `isWriting` renews `alignment.json`. */
export async function checkContent(
  directory: string,
  slug: string | null,
  isWriting: boolean,
): Promise<ContentReport> {
  const slugs = await listSlugs(directory);
  if (!slugs) return { ok: false, reason: "no-folder" };
  if (slug !== null && !slugs.includes(slug)) return { ok: false, reason: "no-such-article" };
  if (slugs.length === 0) return { ok: false, reason: "nothing-there" };
  const folders: (FolderReport | FolderRefusal)[] = [];
  for (const each of slug === null ? slugs : [slug]) {
    folders.push(await checkFolder(directory, each, isWriting));
  }
  return { ok: true, folders };
}

async function listSlugs(directory: string): Promise<string[] | null> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => null);
  return (
    entries
      ?.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .sort() ?? null
  );
}

async function checkFolder(
  directory: string,
  slug: string,
  isWriting: boolean,
): Promise<FolderReport | FolderRefusal> {
  const result = await readContentFolder(join(directory, slug));
  if (!result.ok) return { slug, refusal: result.reason };
  const { files } = result.folder;
  const { article, messages, isStale } = readVersion(files);
  const changedBeads = article.beads.filter(({ status }) => status === "text-changed").length;
  const report = { slug, messages, changedBeads };
  if (!isStale) return { ...report, alignment: "fits" };
  if (!isWriting) return { ...report, alignment: files.alignment === null ? "missing" : "stale" };
  await writeFile(join(directory, slug, "alignment.json"), writeAlignment(article));
  return { ...report, alignment: "written" };
}
