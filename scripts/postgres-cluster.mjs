import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { spawnChild } from "./children.mjs";
import { postgresEnvironment } from "./postgres-engine.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * Makes an empty database cluster. Refuses with `database-not-created` and what initdb said.
 *
 * @param {object} options
 * @param {string} options.home the data folder
 * @param {string} options.cluster the folder to make in it
 * @param {import("./postgres-engine.mjs").Engine} options.engine
 * @param {import("./postgres-account.mjs").Account | null} options.account
 * @param {boolean} options.isDurable
 * @param {string} options.superuser
 * @param {string} options.password
 */
export async function createCluster(options) {
  const { home, cluster, engine, account, isDurable, superuser, password } = options;
  // Made under another name: a start killed half-way leaves no folder that looks like a database.
  const draft = join(home, "postgres.draft");
  const passwordFile = join(home, "password.draft");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) {
    chownSync(draft, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  try {
    await runInitdb(engine.initdb, account, home, [
      `--pgdata=${draft}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The same order and case rules on every machine, whatever its system library says; German order is asked for
      // by the ICU collation where it is wanted.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      ...(isDurable ? [] : ["--no-sync"]),
    ]);
    renameSync(draft, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Refuses (`database-other-version`) a cluster whose files these programs cannot read. @param {string} cluster @param {string} major */
export function refuseOtherMajor(cluster, major) {
  const path = join(cluster, "PG_VERSION");
  const found = existsSync(path) ? readFileSync(path, "utf8").trim() : "?";
  if (found !== major) throw new Refusal("database-other-version", { path: cluster, found, major });
}

/**
 * @param {string} initdb
 * @param {import("./postgres-account.mjs").Account | null} account
 * @param {string} home
 * @param {readonly string[]} args
 */
async function runInitdb(initdb, account, home, args) {
  const child = spawnChild(initdb, args, {
    ...account,
    cwd: home,
    env: postgresEnvironment(),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  /** @type {number | Error | null} */
  const outcome = await new Promise((done) => {
    child.on("error", done);
    child.on("close", done);
  });
  if (outcome === 0) return;
  const error = outcome instanceof Error ? outcome.message : complaint(said);
  throw new Refusal("database-not-created", { path: home, error });
}

/** @param {string} said */
function complaint(said) {
  const lines = said.trim().split("\n");
  return lines.find((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? "";
}
