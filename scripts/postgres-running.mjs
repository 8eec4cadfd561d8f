import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandLine, endProcess, processIdentity } from "./processes.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * The PostgreSQL that runs on a data folder, by what it says of itself and by what really runs under that number.
 *
 * @param {string} home the folder without symbolic links
 * @returns {{ pid: number, port: number, isReady: boolean } | null}
 */
export function runningServer(home) {
  const { pid, port, state } = readStatus(home);
  if (!pid || !commandLine(pid).includes(join(home, "postgres"))) return null;
  return { pid, port, isReady: state === "ready" };
}

/** Says that this process owns the server it is about to start. @param {string} home */
export function recordOwner(home) {
  const owner = `${process.pid}\n${processIdentity(process.pid)}\n`;
  writeFileSync(ownerFile(home), owner, { mode: 0o600 });
}

/**
 * Ends a server that outlived its owner; refuses (`database-in-use`) when the owner lives.
 *
 * @param {string} home
 * @param {() => void} onFound told before it is ended
 */
export async function endOrphan(home, onFound) {
  const running = runningServer(home);
  if (!running) {
    removeStatusOfStranger(home);
    return;
  }
  const owner = livingOwner(home);
  if (owner) throw new Refusal("database-in-use", { path: home, pid: owner });
  onFound();
  await endServer(running.pid);
}

/** Asks a server whose owner is gone to end, and waits for nothing. @param {string} home */
export function signalOrphan(home) {
  const running = runningServer(home);
  if (running && !livingOwner(home)) process.kill(running.pid, "SIGINT");
}

/** PostgreSQL's *fast*, *immediate*, then no choice. @param {number} pid */
export async function endServer(pid) {
  await endProcess(pid, [
    ["SIGINT", 5_000],
    ["SIGQUIT", 2_000],
    ["SIGKILL", 2_000],
  ]);
}

/**
 * PostgreSQL does not start while its number belongs to another program of the same account. Where nobody has it, or
 * perhaps another PostgreSQL, the file stays: PostgreSQL makes sure itself that nobody uses its files any more.
 *
 * @param {string} home
 */
function removeStatusOfStranger(home) {
  const { pid } = readStatus(home);
  if (pid && !commandLine(pid).includes("postgres")) rmSync(statusFile(home), { force: true });
}

/** @param {string} home @returns {number | null} */
function livingOwner(home) {
  const [pid, identity] = readLines(ownerFile(home));
  return pid && identity && processIdentity(Number(pid)) === identity ? Number(pid) : null;
}

/** @param {string} home `pid`: of a process that runs */
function readStatus(home) {
  const lines = readLines(statusFile(home));
  const pid = Number(lines[0]);
  const isRunning = Number.isInteger(pid) && pid > 1 && processIdentity(pid) !== null;
  return { pid: isRunning ? pid : null, port: Number(lines[3]), state: lines[7]?.trim() };
}

/** @param {string} home */
function statusFile(home) {
  return join(home, "postgres/postmaster.pid");
}

/** @param {string} home */
function ownerFile(home) {
  return join(home, "postgres-owner");
}

/** @param {string} path @returns {readonly string[]} */
function readLines(path) {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}
