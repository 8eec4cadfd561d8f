import { readdirSync, readFileSync } from "node:fs";

const warmUpRequests = 40;
const requests = 100;
const ticksPerSecond = 100; // what Linux counts in, on every architecture that Node runs on

/** Milliseconds of CPU that the server's process takes for one request; `null` where the system does not tell. */
export async function measureServerCpu(
  dataDir: string,
  url: string,
  encoding: "identity" | "gzip",
): Promise<number | null> {
  const pid = findServer(dataDir);
  if (pid === null) return null;
  for (let count = 0; count < warmUpRequests; count += 1) await request(url, encoding);
  const before = cpuMs(pid);
  for (let count = 0; count < requests; count += 1) await request(url, encoding);
  return (cpuMs(pid) - before) / requests;
}

async function request(url: string, encoding: string): Promise<void> {
  const response = await fetch(url, { headers: { "accept-encoding": encoding } });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  await response.arrayBuffer();
}

/** The server renames its process: it is told by its name and by the data folder it was given. */
export function findServer(dataDir: string): string | null {
  try {
    const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    return pids.find((pid) => isServer(pid, dataDir)) ?? null;
  } catch {
    return null; // not Linux
  }
}

function isServer(pid: string, dataDir: string): boolean {
  try {
    const name = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    const isOurs = name.startsWith("zwiesprache-server");
    return isOurs && readFileSync(`/proc/${pid}/environ`, "utf8").includes(`DATA_DIR=${dataDir}\0`);
  } catch {
    return false; // it has ended, or is somebody else's
  }
}

function cpuMs(pid: string): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}
