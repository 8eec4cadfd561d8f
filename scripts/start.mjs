import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildName } from "./build-name.mjs";
import { endLeftBehind, recordChildren, signalChildren } from "./children.mjs";
import { dataFolder, openDataFolder } from "./data-folder.mjs";
import { refuseOldNode } from "./node-version.mjs";
import {
  build,
  buildWorkers,
  environment,
  generateClient,
  installPackages,
  root,
} from "./prepare.mjs";
import { Refusal } from "./refusal.mjs";
import { runCommand } from "./run-command.mjs";
import { say, sentence } from "./say.mjs";
import { refuseTakenPort, serve } from "./serve.mjs";
import { readSettings } from "./settings.mjs";
import { takeStartLock } from "./start-lock.mjs";

// `npm start`, `npm run dev`: from a fresh clone to a running installation, told step by step.
// Until the packages are installed only Node's own modules are there.

const isDevelopment = process.argv.includes("--dev");

// How long a step of the start may take to notice that it is no longer wanted.
const UNWIND_LIMIT_MS = 5_000;

/** What has to be undone, last first. @type {(() => Promise<void> | void)[]} */
const undo = [];
const stopping = new AbortController();

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => stop(0, () => say("stopping")));
}
// Whoever read what we say may be gone before us.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
watchNpm();

const starting = start();
try {
  const { died } = await starting;
  const which = await died;
  await stop(1, () => console.error(sentence(which)));
} catch (error) {
  await stop(1, () => console.error(explain(error)));
}

/** @returns {Promise<{ died: Promise<string> }>} `died`: which of the two ended, as a key of `Start` */
async function start() {
  refuseOldNode();
  const settings = readSettings(process.env);
  const folder = dataFolder();
  openDataFolder(folder.path);
  await takeOver(folder.path, settings);
  if (folder.isElsewhere) say("dataElsewhere", { path: folder.path });

  await installPackages();
  await generateClient();
  if (isDevelopment) await buildWorkers();
  else await build();

  const database = await openDatabase(folder.path, settings.databaseUrl);
  const { loadSecrets } = await import("./secrets.mjs");
  const env = {
    ...environment(),
    ...(isDevelopment ? {} : buildName()),
    DATABASE_URL: database.url,
    AUTH_SECRET: settings.authSecret ?? loadSecrets(folder.path).authSecret,
    PUBLIC_URL: settings.address,
    PORT: String(settings.port),
    DATA_DIR: folder.path,
  };
  await migrateAndPublish(env);

  await refuseTakenPort(settings.port); // minutes may have passed
  say("serving");
  const { signal } = stopping;
  const server = await serve({ env, port: settings.port, isDevelopment, signal });
  undo.push(server.stop);
  const link = await runScript("scripts/owner-link.ts", env);
  say("ready", { address: settings.address });
  if (link) say("ownerLink", { link });
  if (settings.needsHttps) say("needsHttps");
  say("howToStop");

  const serverDied = server.exited.then(() => "serverDied");
  return { died: Promise.race([serverDied, database.exited.then(() => "databaseDied")]) };
}

/**
 * Makes the data folder ours and clears away what a killed start left running.
 *
 * @param {string} dataDir
 * @param {{ address: string, port: number }} settings
 */
async function takeOver(dataDir, { address, port }) {
  const lock = takeStartLock(dataDir, address);
  undo.push(lock.release);
  if (lock.leftBehind) await endLeftBehind(lock.leftBehind);
  recordChildren(lock.record);
  await refuseTakenPort(port, lock.leftBehind ? 3_000 : 0);
}

/** @param {string} dataDir @param {string | null} given */
async function openDatabase(dataDir, given) {
  stopping.signal.throwIfAborted();
  if (given) {
    const { refuseUnreachable } = await import("./outside-database.mjs");
    await refuseUnreachable(given);
    return { url: given, exited: new Promise(() => {}) };
  }
  const { startPostgres } = await import("./postgres.mjs");
  say("databaseStarting");
  const postgres = await startPostgres({ dataDir, log: (event) => say(event) });
  undo.push(postgres.stop);
  return postgres;
}

/** @param {NodeJS.ProcessEnv & { DATABASE_URL: string }} env */
async function migrateAndPublish(env) {
  stopping.signal.throwIfAborted();
  const { migrate } = await import("./migrate.mjs");
  const applied = await migrate(env.DATABASE_URL, join(root, "prisma/migrations"));
  if (applied.length > 0) say("migrated", { count: applied.length });
  if (!existsSync(join(root, "content"))) return;
  say("publishing");
  const outcome = await runScript("scripts/publish.ts", env);
  if (outcome) console.log(outcome.replaceAll(/^/gm, "         "));
}

/** @param {string} path @param {NodeJS.ProcessEnv} env */
async function runScript(path, env) {
  stopping.signal.throwIfAborted();
  const printed = await runCommand(process.execPath, ["scripts/run.mjs", path], { cwd: root, env });
  return printed.trim();
}

/** npm passes signals on, but nobody passes on its `kill -9`: then we end as if asked to. */
function watchNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) stop(1, () => say("stopping"));
  }, 500).unref();
}

/** @param {number} code @param {() => void} explainStop */
async function stop(code, explainStop) {
  if (stopping.signal.aborted) return;
  stopping.abort();
  explainStop();
  signalChildren("SIGTERM");
  await Promise.race([starting.catch(() => {}), sleep(UNWIND_LIMIT_MS)]);
  for (const step of undo.reverse()) {
    try {
      await step();
    } catch (error) {
      console.error(explain(error));
    }
  }
  signalChildren("SIGKILL");
  process.exit(code);
}

/** @param {unknown} error */
function explain(error) {
  if (error instanceof Refusal) return sentence(`refused.${error.reason}`, error.values);
  if (!(error instanceof Error)) return String(error);
  // What the system refused is for the operator; anything else is a fault of ours and shows where.
  return "syscall" in error
    ? sentence("refused.system", { error: error.message })
    : (error.stack ?? error.message);
}
