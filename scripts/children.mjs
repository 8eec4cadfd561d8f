import { spawn } from "node:child_process";
import { endProcess, processIdentity } from "./processes.mjs";

/** @typedef {{ readonly pid: number, readonly identity: string }} Child */

/** @type {Map<number, Child>} */
const living = new Map();

let isEnding = false;

/** @type {(children: readonly Child[]) => void} */
let record = () => {};

/**
 * Starts a program in a group of its own: Ctrl-C in the terminal reaches us alone, and we decide what ends when.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 */
export function spawnChild(command, args, options) {
  const child = spawn(command, args, { ...options, detached: true });
  const { pid } = child;
  const identity = pid ? processIdentity(pid) : null;
  if (pid && identity) {
    living.set(pid, { pid, identity });
    record([...living.values()]);
    child.once("exit", () => {
      living.delete(pid);
      record([...living.values()]);
    });
  }
  return child;
}

/**
 * Keeps a list of what runs somewhere, so that whoever comes after a `kill -9` can end it.
 *
 * @param {(children: readonly Child[]) => void} write
 */
export function recordChildren(write) {
  record = write;
}

/** Whether the children were asked to end: then failing is what they should. */
export function areChildrenEnding() {
  return isEnding;
}

/** Asks every child, with what it started, to end; or makes it. @param {"SIGTERM" | "SIGKILL"} signal */
export function signalChildren(signal) {
  isEnding = true;
  for (const { pid } of living.values()) signalGroup(pid, signal);
}

/** Ends what a killed process left running. @param {readonly Child[]} children */
export async function endLeftBehind(children) {
  for (const { pid, identity } of children) {
    if (processIdentity(pid) !== identity) continue;
    await endProcess(pid, [["SIGTERM", 2_000]]);
    signalGroup(pid, "SIGKILL");
  }
}

/** @param {number} pid @param {NodeJS.Signals} signal */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
}
