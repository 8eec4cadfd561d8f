import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processIdentity } from "./processes.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * Says that this process runs the installation of a data folder; a lock whose process is gone counts for nothing.
 * Refuses (`already-running`) while another one runs it.
 *
 * @param {string} dataDir
 * @param {string} address where this process will serve
 * @returns {() => void} gives the lock back
 */
export function takeStartLock(dataDir, address) {
  const path = join(dataDir, "running.json");
  const draft = `${path}.${process.pid}`;
  const own = { pid: process.pid, identity: processIdentity(process.pid), address };
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    for (let tries = 0; tries < 5; tries += 1) {
      if (linked(draft, path)) return () => rmSync(path, { force: true });
      refuseLiving(path, dataDir);
      rmSync(path, { force: true });
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new Refusal("already-running", { path: dataDir, address });
}

/** Fails where the name is taken, so that of two starts at once one gets it. @param {string} draft @param {string} path */
function linked(draft, path) {
  try {
    linkSync(draft, path);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} path @param {string} dataDir */
function refuseLiving(path, dataDir) {
  const holder = readHolder(path);
  if (!holder || processIdentity(holder.pid) !== holder.identity) return;
  throw new Refusal("already-running", { path: dataDir, address: holder.address });
}

/** @param {string} path @returns {{ pid: number, identity: string, address: string } | null} */
function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** The address of the installation that runs on a data folder; `null` when none does. @param {string} dataDir */
export function runningAddress(dataDir) {
  const holder = readHolder(join(dataDir, "running.json"));
  return holder && processIdentity(holder.pid) === holder.identity ? holder.address : null;
}
