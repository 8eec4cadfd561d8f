import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { signalGroup, spawnChild } from "./children.mjs";
import { root } from "./prepare.mjs";
import { endProcess } from "./processes.mjs";
import { Refusal } from "./refusal.mjs";

const READY_LIMIT_MS = 60_000;
const ANSWER_LIMIT_MS = 5_000;
// Requests under way get this long when everything is stopped.
const STOP_LIMIT_MS = 5_000;

/**
 * Refuses (`port-taken`, `port-forbidden`) a port that cannot be listened on.
 *
 * @param {number} port
 * @param {number} [patienceMs] how long somebody who is just ending may hold it
 */
export async function refuseTakenPort(port, patienceMs = 0) {
  const end = Date.now() + patienceMs;
  for (;;) {
    const refused = await tryPort(port);
    if (!refused) return;
    if (refused === "EACCES") throw new Refusal("port-forbidden", { port });
    if (Date.now() >= end) throw new Refusal("port-taken", { port });
    await sleep(50);
  }
}

/**
 * Not everywhere is somebody who listens on one address in the way of listening on all of them; and yet the requests
 * are theirs. So each is tried.
 *
 * @param {number} port
 * @returns {Promise<string | null>} the system's reason against it
 */
async function tryPort(port) {
  const reasons = [
    await tryListening(port),
    await tryListening(port, "127.0.0.1"),
    await tryListening(port, "::1"),
  ];
  return reasons.find((reason) => reason === "EADDRINUSE" || reason === "EACCES") ?? null;
}

/** @param {number} port @param {string} [host] @returns {Promise<string | null>} */
function tryListening(port, host) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", (error) => done("code" in error ? String(error.code) : null));
    probe.listen(port, host, () => probe.close(() => done(null)));
  });
}

/**
 * Starts the server (`scripts/server.mjs`, in development Next.js alone) and waits until it answers on /healthz; refuses with `server-not-started`.
 *
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env
 * @param {number} options.port
 * @param {boolean} options.isDevelopment
 * @param {AbortSignal} options.signal ends the waiting, and the server with it
 * @returns {Promise<{ pid: number, exited: Promise<void>, stop: () => Promise<void> }>}
 */
export async function serve({ env, port, isDevelopment, signal }) {
  const watch = pathToFileURL(join(root, "scripts/watch-parent.mjs")).href;
  const server = isDevelopment
    ? [join(root, "node_modules/next/dist/bin/next"), "dev", "--port", String(port)]
    : [join(root, "scripts/server.mjs")];
  const child = spawnChild(process.execPath, ["--import", watch, ...server], {
    cwd: root,
    env: { ...env, PORT: String(port), NODE_ENV: isDevelopment ? "development" : "production" },
    stdio: ["ignore", isDevelopment ? "inherit" : "ignore", "inherit"],
  });
  const { pid } = child;
  if (!pid) throw new Refusal("server-not-started");
  const exited = new Promise((done) => child.once("exit", done)).then(() => {});

  const stop = async () => {
    await endProcess(pid, [["SIGTERM", STOP_LIMIT_MS]]);
    signalGroup(pid, "SIGKILL"); // itself when it did not obey, and what it may have left
  };
  const isUp = await Promise.race([answers(port, signal), exited.then(() => false)]);
  if (isUp) return { pid, exited, stop };
  await stop();
  throw new Refusal("server-not-started");
}

/** @param {number} port @param {AbortSignal} signal */
async function answers(port, signal) {
  const end = Date.now() + READY_LIMIT_MS;
  while (Date.now() < end && !signal.aborted) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_LIMIT_MS)]);
    const url = `http://127.0.0.1:${port}/healthz`;
    const response = await fetch(url, { signal: limit }).catch(() => null);
    if (response?.ok) return true;
    await sleep(100);
  }
  return false;
}
