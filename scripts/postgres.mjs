import { chmodSync, existsSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { makeFolder } from "./make-folder.mjs";
import { canEnter, postgresAccount } from "./postgres-account.mjs";
import { createCluster, refuseOtherMajor } from "./postgres-cluster.mjs";
import { postgresEngine } from "./postgres-engine.mjs";
import { endOrphan, runningServer } from "./postgres-running.mjs";
import { launchServer } from "./postgres-server.mjs";
import { Refusal } from "./refusal.mjs";
import { loadSecrets } from "./secrets.mjs";

const superuser = "zwiesprache";
const database = "zwiesprache";

/**
 * @typedef {object} Postgres
 * @property {string} url connection string of the application's database
 * @property {number} pid of the postmaster
 * @property {Promise<void>} exited resolves when the server is gone, wanted or not
 * @property {() => Promise<void>} stop ends it cleanly; the same promise however often it is asked
 */

/**
 * Starts the embedded PostgreSQL of a data folder, which it creates when there is none. A server left behind by a
 * killed owner is ended first; one whose owner lives is refused (`database-in-use`).
 *
 * @param {object} options
 * @param {string} options.dataDir
 * @param {number} [options.port] a free one when not given
 * @param {boolean} [options.isDurable] false for tests: a crash of the machine may lose everything
 * @param {(event: "databaseCreating" | "databaseRecovering") => void} [options.log]
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dataDir, port, isDurable = true, log = () => {} }) {
  const account = postgresAccount();
  const home = openFolder(dataDir, account);
  const secrets = loadSecrets(home);
  const engine = postgresEngine(account, home);

  await endOrphan(home, () => log("databaseRecovering"));
  const cluster = join(home, "postgres");
  if (!existsSync(cluster)) {
    log("databaseCreating");
    const password = secrets.databasePassword;
    await createCluster({ home, cluster, engine, account, isDurable, superuser, password });
  }
  refuseOtherMajor(cluster, engine.major);

  const server = await launchServer({ home, cluster, engine, account, isDurable, port });
  try {
    await ensureDatabase(urlOf("postgres", server.port, secrets));
  } catch (error) {
    await server.stop();
    throw error;
  }
  const { pid, exited, stop } = server;
  return { url: urlOf(database, server.port, secrets), pid, exited, stop };
}

/**
 * The connection string of a data folder's server when one runs, for commands beside a running installation.
 *
 * @param {string} dataDir
 * @returns {string | null}
 */
export function runningPostgresUrl(dataDir) {
  const running = existsSync(dataDir) ? runningServer(realpathSync(dataDir)) : null;
  return running?.isReady ? urlOf(database, running.port, loadSecrets(dataDir)) : null;
}

/** @param {string} name @param {number} port @param {import("./secrets.mjs").Secrets} secrets */
function urlOf(name, port, { databasePassword }) {
  return `postgresql://${superuser}:${databasePassword}@127.0.0.1:${port}/${name}`;
}

/**
 * @param {string} dataDir
 * @param {import("./postgres-account.mjs").Account | null} account
 * @returns {string} the folder without symbolic links: a server is known by the path it was started with
 */
function openFolder(dataDir, account) {
  let home = dataDir;
  try {
    makeFolder(dataDir);
    home = realpathSync(dataDir);
    // The folder itself is ours to open for passing through; those above it are not.
    if (account && !canEnter(account, home)) chmodSync(home, statSync(home).mode | 0o011);
  } catch {
    throw new Refusal("data-folder-unusable", { path: dataDir });
  }
  if (!canEnter(account, home)) throw new Refusal("data-folder-closed", { path: home });
  return home;
}

/** @param {string} adminUrl */
async function ensureDatabase(adminUrl) {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } catch (error) {
    const isWrongPassword = error instanceof Error && "code" in error && error.code === "28P01";
    throw isWrongPassword ? new Refusal("database-password-unknown") : error;
  } finally {
    await client.end();
  }
}
