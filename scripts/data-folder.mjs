import { createHash } from "node:crypto";
import { accessSync, constants, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { makeFolder } from "./make-folder.mjs";
import { canEnter, postgresAccount } from "./postgres-account.mjs";
import { root } from "./prepare.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * Where the database and the secrets are kept: `DATA_DIR`, else `data/` beside the sources, else, where the account
 * PostgreSQL runs as cannot enter that, a folder of this checkout under /var/lib.
 *
 * @returns {{ path: string, isElsewhere: boolean }} `isElsewhere`: not where one would look for it
 */
export function dataFolder() {
  if (process.env.DATA_DIR) return { path: resolve(process.env.DATA_DIR), isElsewhere: false };
  const beside = join(root, "data");
  const account = process.env.DATABASE_URL ? null : postgresAccount();
  if (!account || canEnter(account, root)) return { path: beside, isElsewhere: false };
  const name = createHash("sha256").update(root).digest("hex").slice(0, 12);
  return { path: `/var/lib/zwiesprache/${name}`, isElsewhere: true };
}

/** Makes the folder, or refuses (`data-folder-unusable`) one that cannot be read and written. @param {string} path */
export function openDataFolder(path) {
  try {
    makeFolder(path);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    if (!statSync(path).isDirectory()) throw new Error("not a folder");
  } catch {
    throw new Refusal("data-folder-unusable", { path });
  }
}
