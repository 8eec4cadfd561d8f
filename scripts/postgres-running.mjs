import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandLine, endProcess, processIdentity } from "./processes.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * The PostgreSQL that runs on a data folder, by what it says of itself and by what really runs under that number.
 *
 * @param {string} home
 * @returns {{ pid: number, port: number, isReady: boolean } | null}
 */
export function runningServer(home) {
  const lines = readLines(statusFile(home));
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid < 2 || processIdentity(pid) === null) return null;
  if (!commandLine(pid).includes(join(home, "postgres"))) return null;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
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
    // A number that now belongs to somebody else would keep PostgreSQL from starting.
    rmSync(statusFile(home), { force: true });
    return;
  }
  const [pid, identity] = readLines(ownerFile(home));
  if (pid && identity && processIdentity(Number(pid)) === identity) {
    throw new Refusal("database-in-use", { path: home, pid });
  }
  onFound();
  await endServer(running.pid);
}

/** PostgreSQL's *fast*, *immediate*, then no choice. @param {number} pid */
export async function endServer(pid) {
  await endProcess(pid, [
    ["SIGINT", 5_000],
    ["SIGQUIT", 2_000],
    ["SIGKILL", 2_000],
  ]);
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
