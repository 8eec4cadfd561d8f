import { spawn } from "node:child_process";
import { Refusal } from "./refusal.mjs";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Runs a program to its end and gives back what it printed. Its output is shown only when it fails: refused as
 * `command-failed`, with the last lines.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string} [options.cwd]
 * @returns {Promise<string>} standard output
 */
export async function runCommand(command, args, { env = process.env, cwd } = {}) {
  // A group of its own: Ctrl-C in the terminal reaches us alone, and we end it.
  const child = spawn(command, args, {
    env,
    cwd,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let printed = "";
  let everything = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
    everything += chunk;
  });
  child.stderr.on("data", (chunk) => {
    everything += chunk;
  });
  const code = await new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", done);
  }).finally(() => running.delete(child));
  if (code === 0) return printed;
  console.error(everything.trim().split("\n").slice(-40).join("\n"));
  throw new Refusal("command-failed", { command: [command, ...args].join(" ") });
}

/** Ends every command that still runs, with what it started. */
export function endCommands() {
  for (const { pid } of running) {
    if (pid) endGroup(pid);
  }
}

/** @param {number} pid */
function endGroup(pid) {
  try {
    process.kill(-pid, "SIGTERM");
  } catch {
    // It ended by itself meanwhile.
  }
}
