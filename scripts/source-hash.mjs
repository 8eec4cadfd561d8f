import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * One number for what stands in files and folders: another one as soon as a file is changed, renamed, added or
 * removed. Tests beside the sources and paths that do not exist count for nothing.
 *
 * @param {string} root
 * @param {readonly string[]} paths of files and folders, below the root
 * @param {string} [salt] what else makes a difference
 * @returns {string} SHA-256, hexadecimal
 */
export function sourceHash(root, paths, salt = "") {
  const hash = createHash("sha256").update(salt);
  for (const path of paths.flatMap((entry) => filesUnder(root, entry))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} root @param {string} path @returns {readonly string[]} */
function filesUnder(root, path) {
  const place = join(root, path);
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesUnder(root, `${path}/${name}`));
}
