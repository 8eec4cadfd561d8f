import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * What tells one process from a later one with the same number: boot and start time.
 * `null` when no such process runs.
 *
 * @param {number} pid
 * @returns {string | null}
 */
export function processIdentity(pid) {
  if (!isRunning(pid)) return null;
  if (!existsSync("/proc/self/stat")) return identityFromPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold spaces and brackets: count fields from the last one.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return null; // a zombie holds neither port nor folder
    return `${bootId()} ${fields[19]}`;
  } catch {
    return null;
  }
}

/** The words a process was started with, joined by spaces; empty when they cannot be read. @param {number} pid */
export function commandLine(pid) {
  try {
    return existsSync("/proc/self/stat")
      ? readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim()
      : execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/** @param {number} pid */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Ends a process by one signal after the other, each with its time to work. Resolves when it is gone.
 *
 * @param {number} pid
 * @param {readonly (readonly [signal: NodeJS.Signals, limitMs: number])[]} steps
 */
export async function endProcess(pid, steps) {
  for (const [signal, limitMs] of steps) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await isGoneWithin(pid, limitMs)) return;
  }
}

/** @param {number} pid @param {number} limitMs */
async function isGoneWithin(pid, limitMs) {
  const end = Date.now() + limitMs;
  while (processIdentity(pid) !== null) {
    if (Date.now() > end) return false;
    await sleep(20);
  }
  return true;
}

function bootId() {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

/** @param {number} pid */
function identityFromPs(pid) {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return null;
  }
}
