import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { root } from "./prepare.mjs";
import { endProcess } from "./processes.mjs";
import { Refusal } from "./refusal.mjs";

const READY_LIMIT_MS = 60_000;

/** Refuses (`port-taken`, `port-forbidden`) a port that cannot be listened on. @param {number} port */
export function refuseTakenPort(port) {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", (error) => {
      const code = "code" in error ? error.code : "";
      fail(new Refusal(code === "EACCES" ? "port-forbidden" : "port-taken", { port }));
    });
    probe.listen(port, () => probe.close(() => done(undefined)));
  });
}

/**
 * Starts Next.js and waits until it answers on /healthz.
 *
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env
 * @param {number} options.port
 * @param {boolean} options.isDevelopment
 * @returns {Promise<{ pid: number, exited: Promise<void>, stop: () => Promise<void> }>}
 */
export async function serve({ env, port, isDevelopment }) {
  const watch = pathToFileURL(join(root, "scripts/watch-parent.mjs")).href;
  const next = join(root, "node_modules/next/dist/bin/next");
  const args = ["--import", watch, next, isDevelopment ? "dev" : "start", "--port", String(port)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, NODE_ENV: isDevelopment ? "development" : "production" },
    // A group of its own: Ctrl-C in the terminal reaches us alone, and we stop it before the database.
    detached: true,
    stdio: ["ignore", isDevelopment ? "inherit" : "ignore", "inherit"],
  });
  /** @type {Promise<void>} */
  const exited = new Promise((done) => {
    child.once("exit", () => done());
    child.once("error", () => done());
  });
  const pid = child.pid;
  if (!pid) throw new Refusal("server-not-started");
  // Requests under way get five seconds.
  const stop = () =>
    endProcess(pid, [
      ["SIGTERM", 5_000],
      ["SIGKILL", 2_000],
    ]);
  const isUp = await Promise.race([answers(port), exited.then(() => false)]);
  if (isUp) return { pid, exited, stop };
  await stop();
  throw new Refusal("server-not-started");
}

/** @param {number} port */
async function answers(port) {
  const end = Date.now() + READY_LIMIT_MS;
  while (Date.now() < end) {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    if (response?.ok) return true;
    await sleep(100);
  }
  return false;
}
