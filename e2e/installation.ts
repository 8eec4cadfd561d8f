import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort } from "@/scripts/free-port.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A running application: what `npm start` makes, on the production build and a database of its own. */
export type Installation = {
  readonly url: string;
  readonly dataDir: string;
  /** The one-time link that makes the first owner. */
  readonly ownerLink: string;
  /** Everything it printed so far. */
  readonly printed: () => string;
  /** Ends it as Ctrl-C does; resolves with its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends its first process without a chance to tidy up. */
  readonly kill: () => Promise<void>;
};

type Options = {
  readonly dataDir?: string;
  readonly port?: number;
  /** A database that several installations share; an own one when none is given. */
  readonly databaseUrl?: string;
  /** As `npm run dev` starts it. */
  readonly isDevelopment?: boolean;
};

const READY_LIMIT_MS = 60_000;

/** Starts an installation and waits until it is ready; a folder is made when none is given. */
export async function startInstallation(options: Options = {}): Promise<Installation> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "zwiesprache-e2e-")));
  const port = options.port ?? (await freePort());
  const child = spawn(
    process.execPath,
    ["scripts/start.mjs", ...(options.isDevelopment ? ["--dev"] : [])],
    {
      cwd: root,
      env: {
        ...process.env,
        DATA_DIR: dataDir,
        PORT: String(port),
        LC_ALL: "C",
        DATABASE_URL: options.databaseUrl ?? "",
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed += chunk;
    });
  }
  const exited = new Promise<number | null>((done) => {
    child.on("exit", done);
  });
  await becomesReady(child, () => printed).catch((error: unknown) => {
    child.kill("SIGTERM"); // else it would go on without anybody who could end it
    throw error;
  });
  const link = /(http\S+\/owner\/\S+)/.exec(printed)?.[1] ?? "";
  return {
    url: `http://localhost:${port}`,
    dataDir,
    ownerLink: link,
    printed: () => printed,
    stop: () => {
      child.kill("SIGTERM");
      return exited;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

/** Runs `npm run import` beside the installation of a data folder and gives back all that it printed. */
export function runImport(dataDir: string, args: readonly string[]): Promise<string> {
  return runBeside(dataDir, "import", args);
}

/** Runs `npm run checks -- SLUG --json` beside the installation of a data folder; what it prints, whether it finds something or not. */
export function runChecks(dataDir: string, slug: string): Promise<string> {
  return runBeside(dataDir, "checks", [slug, "--json"]).catch((error: { stdout?: string }) => {
    return error.stdout ?? "";
  });
}

/** Runs `npm run admin … --json` beside the installation of a data folder and gives back the first line. */
export async function runAdmin(dataDir: string, args: readonly string[]): Promise<unknown> {
  const printed = await runBeside(dataDir, "admin", [...args, "--json"]);
  return JSON.parse(printed.split("\n")[0] ?? "");
}

async function runBeside(
  dataDir: string,
  script: string,
  args: readonly string[],
): Promise<string> {
  const run = promisify(execFile);
  const { stdout, stderr } = await run("npm", ["run", "-s", script, "--", ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, LC_ALL: "C" },
  });
  return stdout + stderr;
}

/** Removes what an installation left on the disk. */
export function removeData(installation: Installation): Promise<void> {
  return rm(installation.dataDir, { recursive: true, force: true });
}

async function becomesReady(child: ChildProcess, printed: () => string): Promise<void> {
  const end = Date.now() + READY_LIMIT_MS;
  while (!printed().includes("Ctrl-C")) {
    if (child.exitCode !== null) throw new Error(`The application ended:\n${printed()}`);
    if (Date.now() > end) throw new Error(`The application is not ready:\n${printed()}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}
