import { readdirSync, readFileSync } from "node:fs";

/** The memory of a process and all that it started, in MB: shared pages counted in shares (PSS). */
export function processMemory(pid: number): number {
  const parents = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(Number(name))] as const),
  );
  const isOurs = (id: number): boolean => {
    for (let at: number | undefined = id; at !== undefined && at > 1; at = parents.get(at)) {
      if (at === pid) return true;
    }
    return false;
  };
  const kilobytes = [...parents.keys()].filter(isOurs).reduce((sum, id) => sum + shareOf(id), 0);
  return kilobytes / 1024;
}

function parentOf(pid: number): number | undefined {
  const match = /^PPid:\s+(\d+)/m.exec(readOrNothing(`/proc/${pid}/status`));
  return match ? Number(match[1]) : undefined;
}

function shareOf(pid: number): number {
  const match = /^Pss:\s+(\d+)/m.exec(readOrNothing(`/proc/${pid}/smaps_rollup`));
  return match ? Number(match[1]) : 0;
}

/** A process may have ended since it was listed. */
function readOrNothing(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
