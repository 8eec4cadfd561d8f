import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processIdentity } from "./processes.mjs";
import { Refusal } from "./refusal.mjs";

/** @typedef {import("./children.mjs").Child} Child */
/** @typedef {{ pid: number, identity: string, address: string, children: readonly Child[] }} Holder */

/**
 * Says that this process runs the installation of a data folder; a lock whose process is gone counts for nothing.
 * Refuses (`already-running`) while another one runs it.
 *
 * @param {string} dataDir
 * @param {string} address where this process will serve
 * @returns {{ release: () => void, record: (children: readonly Child[]) => void, leftBehind: readonly Child[] | null }}
 *   `leftBehind`: what the holder before was running when it was killed; `null` when it ended in order
 */
export function takeStartLock(dataDir, address) {
  const path = lockFile(dataDir);
  const draft = `${path}.${process.pid}`;
  const own = {
    pid: process.pid,
    identity: processIdentity(process.pid) ?? "",
    address,
    children: /** @type {readonly Child[]} */ ([]),
  };
  const write = () => writeFileSync(draft, `${JSON.stringify(own)}\n`, { mode: 0o600 });

  write();
  /** @type {readonly Child[] | null} */
  let leftBehind = null;
  try {
    while (!isLinked(draft, path)) leftBehind = removeDead(path, dataDir)?.children ?? leftBehind;
  } finally {
    rmSync(draft);
  }
  return {
    leftBehind,
    release: () => rmSync(path, { force: true }),
    record: (children) => {
      own.children = children;
      write();
      renameSync(draft, path);
    },
  };
}

/** The address of the installation that runs on a data folder; `null` when none does. @param {string} dataDir */
export function runningAddress(dataDir) {
  const holder = readHolder(lockFile(dataDir));
  return holder && isAlive(holder) ? holder.address : null;
}

/** Fails where the name is taken, so that of two starts at once one gets it. @param {string} draft @param {string} path */
function isLinked(draft, path) {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Takes a dead holder's lock away. It is moved before it is read, so that of two who find it only one has it; a lock
 * that turns out to be fresh is put back.
 *
 * @param {string} path
 * @param {string} dataDir
 * @returns {Holder | null}
 */
function removeDead(path, dataDir) {
  refuseLiving(readHolder(path), dataDir);
  const moved = `${path}.${process.pid}.dead`;
  try {
    renameSync(path, moved);
  } catch {
    return null; // somebody else was quicker
  }
  const holder = readHolder(moved);
  try {
    if (holder && isAlive(holder)) linkSync(moved, path);
  } finally {
    rmSync(moved, { force: true });
  }
  refuseLiving(holder, dataDir);
  return holder;
}

/** @param {Holder | null} holder @param {string} dataDir */
function refuseLiving(holder, dataDir) {
  if (!holder || !isAlive(holder)) return;
  throw new Refusal("already-running", { path: dataDir, address: holder.address });
}

/** @param {Holder} holder */
function isAlive({ pid, identity }) {
  return processIdentity(pid) === identity;
}

/** @param {string} path @returns {Holder | null} */
function readHolder(path) {
  try {
    const { pid, identity, address, children } = JSON.parse(readFileSync(path, "utf8"));
    return { pid, identity, address, children: children ?? [] };
  } catch {
    return null; // absent, or cut off by a full disk: nobody's
  }
}

/** @param {string} dataDir */
function lockFile(dataDir) {
  return join(dataDir, "running.json");
}
