import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port.mjs";
import { postgresEnvironment } from "./postgres-engine.mjs";
import { endServer, recordOwner, runningServer } from "./postgres-running.mjs";
import { Refusal } from "./refusal.mjs";

const START_LIMIT_MS = 60_000; // recovery after a crash replays the log before it answers
const LOG_LIMIT_BYTES = 1_000_000;

/**
 * @typedef {object} Launch
 * @property {string} home the data folder
 * @property {string} cluster
 * @property {import("./postgres-engine.mjs").Engine} engine
 * @property {import("./postgres-account.mjs").Account | null} account
 * @property {boolean} isDurable
 * @property {number} [port] a free one when not given
 */

/**
 * Starts the server of a cluster and waits until it accepts connections. Refuses with `database-not-started` and
 * what the server said last.
 *
 * @param {Launch} options
 */
export async function launchServer(options) {
  const end = Date.now() + START_LIMIT_MS;
  for (;;) {
    const port = options.port ?? (await freePort());
    const log = openLog(options.home);
    const server = spawnServer(options, port, log.descriptor);
    closeSync(log.descriptor);
    if (await becomesReady(options.home, server, end)) return server;

    const said = readFileSync(log.path, "utf8").slice(log.length);
    const isPortLost = /could not bind/.test(said) && options.port === undefined;
    // After a kill of the postmaster its last workers need a moment to notice.
    const mayPass = isPortLost || /shared memory block/.test(said);
    if (!mayPass || Date.now() > end) {
      throw new Refusal("database-not-started", { path: log.path, error: complaint(said) });
    }
    await sleep(200);
  }
}

/** Appends to the log of earlier starts until it has grown long. @param {string} home */
function openLog(home) {
  const path = join(home, "postgres.log");
  const size = existsSync(path) ? statSync(path).size : 0;
  const isLong = size > LOG_LIMIT_BYTES;
  if (isLong) rmSync(path);
  return { path, length: isLong ? 0 : size, descriptor: openSync(path, "a", 0o600) };
}

/** @param {Launch} options @param {number} port @param {number} log */
function spawnServer({ home, cluster, engine, account, isDurable }, port, log) {
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
  recordOwner(home);
  const child = spawn(engine.postgres, ["-D", cluster, ...flags], {
    ...account,
    cwd: home,
    env: postgresEnvironment(),
    // Its own group: Ctrl-C in the terminal reaches us alone, and we stop it last.
    detached: true,
    // A file, not a pipe: it goes on working when we are killed.
    stdio: ["ignore", log, log],
  });
  child.unref();

  const endWithUs = () => child.kill("SIGINT");
  process.once("exit", endWithUs);
  const exited = new Promise((done) => {
    child.once("exit", done);
    child.once("error", done);
  }).then(() => {
    process.removeListener("exit", endWithUs);
  });

  const pid = child.pid ?? 0;
  /** @type {Promise<void> | undefined} */
  let stopping;
  const stop = () => {
    stopping ??= pid === 0 ? Promise.resolve() : endServer(pid);
    return stopping;
  };
  return { pid, port, exited, stop };
}

/**
 * @param {string} home
 * @param {{ pid: number, exited: Promise<void>, stop: () => Promise<void> }} server
 * @param {number} end
 */
async function becomesReady(home, server, end) {
  let isOver = false;
  server.exited.then(() => {
    isOver = true;
  });
  while (!isOver && Date.now() < end) {
    const running = runningServer(home);
    if (running?.isReady && running.pid === server.pid) return true;
    await sleep(20);
  }
  await server.stop();
  return false;
}

/** @param {string} said */
function complaint(said) {
  const lines = said.trim().split("\n");
  const line = lines.findLast((text) => /FATAL|ERROR|PANIC/.test(text)) ?? lines.at(-1) ?? "";
  return line.replace(/^.*?(?=FATAL|ERROR|PANIC)/, "");
}
