import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { freePort } from "./free-port.mjs";
import { canEnter, postgresAccount } from "./postgres-account.mjs";
import { postgresEngine } from "./postgres-engine.mjs";
import { commandLine, endProcess, processIdentity } from "./processes.mjs";
import { Refusal } from "./refusal.mjs";
import { loadSecrets } from "./secrets.mjs";

const USER = "zwiesprache";
const DATABASE = "zwiesprache";
const START_LIMIT_MS = 60_000; // recovery after a crash replays the log before it answers
const LOG_LIMIT_BYTES = 1_000_000;

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
  const home = resolve(dataDir);
  const account = postgresAccount();
  openFolder(home, account);
  const secrets = loadSecrets(home);
  const engine = postgresEngine(account, home);

  await endOrphan(home, log);
  const cluster = join(home, "postgres");
  if (!existsSync(cluster)) {
    log("databaseCreating");
    await createCluster({ home, cluster, engine, account, isDurable, secrets });
  }
  refuseOtherMajor(cluster, engine.major);

  const server = await launch({ home, cluster, engine, account, isDurable, port });
  const url = (/** @type {string} */ database) =>
    `postgresql://${USER}:${secrets.databasePassword}@127.0.0.1:${server.port}/${database}`;
  try {
    await ensureDatabase(url("postgres"));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: url(DATABASE), pid: server.pid, exited: server.exited, stop: server.stop };
}

/**
 * The connection string of a data folder's server when one runs, for commands beside a running installation.
 *
 * @param {string} dataDir
 * @returns {string | null}
 */
export function runningPostgresUrl(dataDir) {
  const running = runningServer(resolve(dataDir));
  if (!running?.isReady) return null;
  const { databasePassword } = loadSecrets(resolve(dataDir));
  return `postgresql://${USER}:${databasePassword}@127.0.0.1:${running.port}/${DATABASE}`;
}

/**
 * @param {string} home
 * @param {import("./postgres-account.mjs").Account | null} account
 */
function openFolder(home, account) {
  try {
    mkdirSync(home, { recursive: true, mode: 0o711 });
    // The folder itself is ours to open for passing through; those above it are not.
    if (account && !canEnter(account, home)) chmodSync(home, statSync(home).mode | 0o011);
  } catch {
    throw new Refusal("data-folder-unusable", { path: home });
  }
  if (!canEnter(account, home)) throw new Refusal("data-folder-closed", { path: home });
}

/** @param {string} home @param {(event: "databaseRecovering") => void} log */
async function endOrphan(home, log) {
  const running = runningServer(home);
  if (!running) {
    // A number that now belongs to somebody else would keep PostgreSQL from starting.
    rmSync(join(home, "postgres/postmaster.pid"), { force: true });
    return;
  }
  const owner = readOwner(home);
  if (owner && processIdentity(owner.pid) === owner.identity) {
    throw new Refusal("database-in-use", { path: home, pid: owner.pid });
  }
  log("databaseRecovering");
  await endServer(running.pid);
}

/**
 * @param {string} home
 * @returns {{ pid: number, port: number, isReady: boolean } | null}
 */
function runningServer(home) {
  const lines = readLines(join(home, "postgres/postmaster.pid"));
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid < 2 || processIdentity(pid) === null) return null;
  const isOurs = commandLine(pid).includes(join(home, "postgres"));
  if (!isOurs) return null;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
}

/** @param {string} path @returns {readonly string[]} */
function readLines(path) {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}

/** @param {string} home @returns {{ pid: number, identity: string } | null} */
function readOwner(home) {
  const [pid, identity] = readLines(join(home, "postgres-owner"));
  return pid && identity ? { pid: Number(pid), identity } : null;
}

/**
 * @param {object} options
 * @param {string} options.home
 * @param {string} options.cluster
 * @param {import("./postgres-engine.mjs").Engine} options.engine
 * @param {import("./postgres-account.mjs").Account | null} options.account
 * @param {boolean} options.isDurable
 * @param {import("./secrets.mjs").Secrets} options.secrets
 */
async function createCluster({ home, cluster, engine, account, isDurable, secrets }) {
  // Made under another name: a start killed half-way leaves no folder that looks like a database.
  const draft = join(home, `postgres.${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = join(home, `password.${process.pid}`);
  writeFileSync(passwordFile, `${secrets.databasePassword}\n`, { mode: 0o600 });
  if (account) {
    chownSync(draft, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  try {
    await runInitdb(engine.initdb, account, home, [
      `--pgdata=${draft}`,
      `--username=${USER}`,
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

/**
 * @param {string} initdb
 * @param {import("./postgres-account.mjs").Account | null} account
 * @param {string} home
 * @param {readonly string[]} args
 */
async function runInitdb(initdb, account, home, args) {
  const child = spawn(initdb, args, {
    ...account,
    cwd: home,
    env: environment(),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  /** @type {number | Error | null} */
  const outcome = await new Promise((done) => {
    child.on("error", done);
    child.on("close", done);
  });
  if (outcome !== 0) {
    const reason = outcome instanceof Error ? outcome.message : said.trim().split("\n").at(-1);
    throw new Refusal("database-not-created", { path: home, error: reason ?? "" });
  }
}

/** @param {string} cluster @param {string} major */
function refuseOtherMajor(cluster, major) {
  const found = readLines(join(cluster, "PG_VERSION"))[0] ?? "";
  if (found !== "" && found !== major) {
    throw new Refusal("database-other-version", { path: cluster, found, major });
  }
}

/**
 * @param {object} options
 * @param {string} options.home
 * @param {string} options.cluster
 * @param {import("./postgres-engine.mjs").Engine} options.engine
 * @param {import("./postgres-account.mjs").Account | null} options.account
 * @param {boolean} options.isDurable
 * @param {number} [options.port]
 */
async function launch({ home, cluster, engine, account, isDurable, port }) {
  const logPath = join(home, "postgres.log");
  const end = Date.now() + START_LIMIT_MS;
  for (;;) {
    const chosen = port ?? (await freePort());
    const logStart = trimLog(logPath);
    const child = spawnServer({ logPath, home, cluster, engine, account, isDurable, port: chosen });
    const outcome = await becomesReady(home, child, end);
    if (outcome.isReady) return supervise(child, outcome.pid, chosen);

    const said = readFileSync(logPath, "utf8").slice(logStart);
    // After a kill of the postmaster its last workers need a moment to notice; a port may be lost in between.
    const mayPass = /shared memory block|is in use/.test(said) || /bind IPv4/.test(said);
    if (!mayPass || Date.now() > end || (port && /bind IPv4/.test(said))) {
      throw new Refusal("database-not-started", { path: logPath, error: lastComplaint(said) });
    }
    await sleep(200);
  }
}

/** @param {string} said */
function lastComplaint(said) {
  const lines = said.trim().split("\n");
  return lines.findLast((line) => /FATAL|ERROR|PANIC/.test(line)) ?? lines.at(-1) ?? "";
}

/** Keeps the log of earlier starts until it grows. @param {string} path */
function trimLog(path) {
  const size = existsSync(path) ? statSync(path).size : 0;
  if (size < LOG_LIMIT_BYTES) return size;
  rmSync(path);
  return 0;
}

/**
 * @param {object} options
 * @param {string} options.logPath
 * @param {string} options.home
 * @param {string} options.cluster
 * @param {import("./postgres-engine.mjs").Engine} options.engine
 * @param {import("./postgres-account.mjs").Account | null} options.account
 * @param {boolean} options.isDurable
 * @param {number} options.port
 */
function spawnServer({ logPath, home, cluster, engine, account, isDurable, port }) {
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    log_checkpoints: "off",
    log_timezone: "UTC",
    timezone: "UTC",
    ...(isDurable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const owner = `${process.pid}\n${processIdentity(process.pid)}\n`;
  writeFileSync(join(home, "postgres-owner"), owner, { mode: 0o600 });
  const log = openSync(logPath, "a", 0o600);
  const child = spawn(engine.postgres, ["-D", cluster, ...flags], {
    ...account,
    cwd: home,
    env: environment(),
    // Its own group: Ctrl-C in the terminal reaches us alone, and we stop it last.
    detached: true,
    // A file, not a pipe: it goes on working when we are killed.
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  return child;
}

/**
 * @param {string} home
 * @param {import("node:child_process").ChildProcess} child
 * @param {number} end
 * @returns {Promise<{ isReady: true, pid: number } | { isReady: false }>}
 */
async function becomesReady(home, child, end) {
  let isOver = false;
  child.on("error", () => {
    isOver = true;
  });
  child.on("exit", () => {
    isOver = true;
  });
  while (!isOver && Date.now() < end) {
    const running = runningServer(home);
    if (running?.isReady && running.pid === child.pid) return { isReady: true, pid: running.pid };
    await sleep(20);
  }
  if (child.pid && !isOver) await endServer(child.pid);
  return { isReady: false };
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {number} pid
 * @param {number} port
 */
function supervise(child, pid, port) {
  /** @type {Promise<void>} */
  const exited = new Promise((done) => {
    child.on("exit", () => done());
  });
  const endWithUs = () => {
    child.kill("SIGINT");
  };
  process.once("exit", endWithUs);
  exited.then(() => process.removeListener("exit", endWithUs));
  child.unref();

  /** @type {Promise<void> | null} */
  let stopping = null;
  const stop = () => {
    stopping ??= endServer(pid).then(() => process.removeListener("exit", endWithUs) && undefined);
    return stopping;
  };
  return { pid, port, exited, stop };
}

/** PostgreSQL's *fast*, *immediate*, then no choice. @param {number} pid */
async function endServer(pid) {
  await endProcess(pid, [
    ["SIGINT", 5_000],
    ["SIGQUIT", 2_000],
    ["SIGKILL", 2_000],
  ]);
}

/** @param {string} adminUrl */
async function ensureDatabase(adminUrl) {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "28P01") {
      throw new Refusal("database-password-unknown");
    }
    throw error;
  }
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** What PostgreSQL needs of ours, and nothing that would change its behaviour (PGDATA, PGPORT, LC_ALL). */
function environment() {
  return { PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" };
}
