import { spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { freePort } from "@/scripts/free-port.mjs";
import { processIdentity } from "@/scripts/processes.mjs";
import { listProcesses, type Process, processesBelow } from "./list-processes";

const root = fileURLToPath(new URL("../..", import.meta.url));

type Options = {
  /** A new one when not given. */
  readonly dataDir?: string;
  /** A free one when not given. */
  readonly port?: number;
  readonly isThroughNpm?: boolean;
  /** The account to run as, when the tests are root. */
  readonly uid?: number;
  readonly env?: Readonly<Record<string, string>>;
};

export type Launch = {
  readonly pid: number;
  readonly dataDir: string;
  readonly url: string;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Waits until these words were printed. */
  readonly says: (words: string) => Promise<void>;
  readonly isReady: () => Promise<void>;
  readonly signal: (name: NodeJS.Signals) => void;
  /** As Ctrl-C in a terminal does: to every process of the group. */
  readonly signalGroup: (name: NodeJS.Signals) => void;
  readonly exitCode: () => Promise<number | null>;
  /** What runs below it now, with itself. */
  readonly processes: () => readonly Process[];
};

const LIMIT_MS = 90_000; // of a machine that has other things to do; as a rule it takes ten seconds

/** A data folder that is gone after the test. */
export function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "zwiesprache-start-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Starts the application as a person does; what is left of it after the test is ended. */
export async function launch(options: Options = {}): Promise<Launch> {
  const { isThroughNpm = false, uid, env = {} } = options;
  const dataDir = options.dataDir ?? newFolder();
  const port = options.port ?? (await freePort());
  const [command, ...args] = isThroughNpm
    ? ["npm", "start", "--silent"]
    : [process.execPath, "scripts/start.mjs"];
  const child = spawn(command ?? "", args, {
    cwd: root,
    uid,
    env: { ...ownEnvironment(), DATA_DIR: dataDir, PORT: String(port), LC_ALL: "C", ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    printed.stdout += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    printed.stderr += chunk;
  });
  let isOver = false;
  const exited = new Promise<number | null>((done) => {
    child.on("exit", () => {
      isOver = true;
    });
    child.on("close", done); // when everything printed has arrived, too
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${command} cannot be started`);
  const says = async (words: string) => {
    const isSaid = () => printed.stdout.includes(words);
    await until(() => isSaid() || isOver, `to read ${words}`);
    if (!isSaid()) throw new Error(`It ended before it said ${words}:\n${printed.stderr}`);
  };
  onTestFinished(() => endRest(dataDir, pid));
  return {
    pid,
    dataDir,
    url: `http://localhost:${port}`,
    stdout: () => printed.stdout,
    stderr: () => printed.stderr,
    says,
    isReady: () => says("Ctrl-C stops everything."),
    signal: (name) => process.kill(pid, name),
    signalGroup: (name) => process.kill(-pid, name),
    exitCode: () => exited,
    processes: () => processesBelow(pid),
  };
}

/** Ends it as nothing can refuse; nothing happens where it is gone. */
export function kill({ pid }: Process): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself meanwhile.
  }
}

/** Waits until something is true, looking often. */
export async function until(isTrue: () => boolean, what: string, limitMs = LIMIT_MS) {
  const end = Date.now() + limitMs;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error(`Waited too long ${what}`);
    await sleep(25);
  }
}

/** Those of the processes that still run. */
export function running(processes: readonly Process[]): readonly Process[] {
  return processes.filter(({ pid }) => processIdentity(pid) !== null);
}

/** The one process whose command line holds these words. */
export function named(processes: readonly Process[], words: string): Process {
  const found = processes.filter((process) => process.words.includes(words));
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} processes named ${words}`);
  return found[0];
}

/** Ours, without what would change how the application starts. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const names = [
    "DATABASE_URL",
    "AUTH_SECRET",
    "PUBLIC_URL",
    "BEHIND_PROXY",
    "NODE_ENV",
    "NODE_OPTIONS",
  ];
  const others = Object.entries(process.env).filter(
    ([name]) => !names.includes(name) && !/^(VITEST|npm_)/.test(name),
  );
  return { NODE_ENV: "production", ...Object.fromEntries(others) };
}

/** After a test that failed half-way: what is its own, known by its number or by its folder. */
async function endRest(dataDir: string, pid: number): Promise<void> {
  const ofFolder = () => listProcesses().filter(({ words }) => words.includes(`${dataDir}/`));
  for (const one of [...processesBelow(pid), ...ofFolder()]) {
    kill(one);
  }
  await until(() => running(ofFolder()).length === 0, "for the end of the database");
}
