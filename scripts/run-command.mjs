import { areChildrenEnding, spawnChild } from "./children.mjs";
import { Refusal } from "./refusal.mjs";

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
  const child = spawnChild(command, args, { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  let everything = "";
  child.stdout?.on("data", (chunk) => {
    printed += chunk;
    everything += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    everything += chunk;
  });
  const code = await new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", done);
  });
  if (code === 0) return printed;
  if (!areChildrenEnding()) console.error(everything.trim().split("\n").slice(-100).join("\n"));
  throw new Refusal("command-failed", { command: [command, ...args].join(" ") });
}
