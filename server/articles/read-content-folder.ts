import "server-only";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { VersionFiles } from "@/core/article/article";

export type ContentFolder = {
  readonly files: VersionFiles;
  /** Equal for equal files. */
  readonly hash: string;
};

export type FolderResult =
  | { readonly ok: true; readonly folder: ContentFolder }
  | { readonly ok: false; readonly reason: "side-missing" | "unreadable" | "not-utf8" };

type FileResult =
  | { readonly ok: true; readonly text: string | null }
  | { readonly ok: false; readonly reason: "unreadable" | "not-utf8" };

/** Reads `de.mdx`, `en.mdx` and, where there is one, `alignment.json` of an article in the content folder. */
export async function readContentFolder(path: string): Promise<FolderResult> {
  const de = await readText(join(path, "de.mdx"));
  const en = await readText(join(path, "en.mdx"));
  const alignment = await readText(join(path, "alignment.json"));
  if (!de.ok) return de;
  if (!en.ok) return en;
  if (!alignment.ok) return alignment;
  if (de.text === null || en.text === null) return { ok: false, reason: "side-missing" };

  const files = { de: de.text, en: en.text, alignment: alignment.text };
  const hash = createHash("sha256")
    .update(JSON.stringify([files.de, files.en, files.alignment]))
    .digest("hex");
  return { ok: true, folder: { files, hash } };
}

async function readText(path: string): Promise<FileResult> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) {
    return bytes.code === "ENOENT" ? { ok: true, text: null } : { ok: false, reason: "unreadable" };
  }
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, reason: "not-utf8" };
  }
}
