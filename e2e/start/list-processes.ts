import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { commandLine } from "@/scripts/processes.mjs";

export type Process = {
  readonly pid: number;
  readonly parent: number;
  /** What it was started with, joined by spaces. */
  readonly words: string;
};

/** Every process of this machine. */
export function listProcesses(): readonly Process[] {
  return existsSync("/proc/self/stat") ? listFromProc() : listFromPs();
}

/** A process and all that stands below it. */
export function processesBelow(pid: number): readonly Process[] {
  const all = listProcesses();
  const below = (root: number): readonly Process[] =>
    all.filter(({ parent }) => parent === root).flatMap((one) => [one, ...below(one.pid)]);
  return [...all.filter((one) => one.pid === pid), ...below(pid)];
}

function listFromProc(): readonly Process[] {
  return readdirSync("/proc").flatMap((name) => {
    const pid = Number(name);
    const parent = Number.isInteger(pid) ? parentOf(pid) : null;
    return parent === null ? [] : [{ pid, parent, words: commandLine(pid) }];
  });
}

function parentOf(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^PPid:\s*(\d+)$/m.exec(status)?.[1]);
  } catch {
    return null; // it ended while we looked
  }
}

function listFromPs(): readonly Process[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => {
    const [, pid, parent, words] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return words === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), words }];
  });
}
