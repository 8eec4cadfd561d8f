import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";

const run = promisify(execFile);

const debianPackage = "trans-de-en";
const listPath = "usr/share/trans/de-en";
const licencePath = `usr/share/doc/${debianPackage}/copyright`;

/** A dictionary as text, and its licence; `licence` is `null` where only the list itself was given. */
type Ding = { readonly list: string; readonly licence: string | null };

export type DingResult =
  | ({ readonly ok: true } & Ding)
  | {
      readonly ok: false;
      readonly reason: "file-missing" | "package-unavailable" | "unpacking-failed";
    };

/** Reads the dictionary from a file: the list itself, as it is or gzipped, or Debian's package. */
export async function readDingFile(file: string): Promise<DingResult> {
  if (!existsSync(file)) return { ok: false, reason: "file-missing" };
  if (file.endsWith(".deb")) return inNewFolder((folder) => unpack(file, folder));
  const bytes = readFileSync(file);
  const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const list = (isZipped ? gunzipSync(bytes) : bytes).toString("utf8");
  return { ok: true, list, licence: null };
}

/** Takes the dictionary from this machine where Debian's package is installed, else downloads the package, which needs no special rights. */
export async function fetchDing(): Promise<DingResult> {
  if (existsSync(`/${listPath}`)) return { ok: true, ...readUnder("/") };
  return inNewFolder(async (folder) => {
    try {
      await run("apt-get", ["download", debianPackage], { cwd: folder });
    } catch {
      return { ok: false, reason: "package-unavailable" };
    }
    const name = (await readdir(folder)).find((each) => each.endsWith(".deb"));
    if (!name) return { ok: false, reason: "package-unavailable" };
    return unpack(join(folder, name), folder);
  });
}

async function unpack(file: string, folder: string): Promise<DingResult> {
  const target = join(folder, "unpacked");
  try {
    await run("dpkg-deb", ["--extract", file, target]);
    return { ok: true, ...readUnder(target) };
  } catch {
    return { ok: false, reason: "unpacking-failed" };
  }
}

function readUnder(root: string): Ding {
  const licence = join(root, licencePath);
  return {
    list: readFileSync(join(root, listPath), "utf8"),
    licence: existsSync(licence) ? readFileSync(licence, "utf8") : null,
  };
}

async function inNewFolder(work: (folder: string) => Promise<DingResult>): Promise<DingResult> {
  const folder = await mkdtemp(join(tmpdir(), "dictionary-"));
  try {
    await chmod(folder, 0o755); // apt drops its rights before it writes here
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
