import { existsSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, openDataFolder } from "./data-folder.mjs";
import { build, environment, generateClient, installPackages, root } from "./prepare.mjs";
import { Refusal } from "./refusal.mjs";
import { endCommands, runCommand } from "./run-command.mjs";
import { say, sentence } from "./say.mjs";
import { refuseTakenPort, serve } from "./serve.mjs";
import { readSettings } from "./settings.mjs";
import { takeStartLock } from "./start-lock.mjs";

// `npm start`, `npm run dev`: from a fresh clone to a running installation, told step by step.
// Until the packages are installed only Node's own modules are there.

const isDevelopment = process.argv.includes("--dev");

/** What has to be undone, last first. @type {(() => Promise<void> | void)[]} */
const undo = [];
let isStopping = false;

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => stop(0, () => say("stopping")));
}

try {
  await start();
} catch (error) {
  if (!isStopping) await stop(1, () => console.error(explain(error)));
}

async function start() {
  refuseOldNode();
  const settings = readSettings(process.env);
  await refuseTakenPort(settings.port);
  const folder = dataFolder();
  openDataFolder(folder.path);
  undo.push(takeStartLock(folder.path, settings.address));
  if (folder.isElsewhere) say("dataElsewhere", { path: folder.path });

  await installPackages();
  await generateClient();
  if (!isDevelopment) await build();

  const { databaseUrl, databaseExited } = await openDatabase(folder.path);
  const { loadSecrets } = await import("./secrets.mjs");
  const env = {
    ...environment(),
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: process.env.AUTH_SECRET ?? loadSecrets(folder.path).authSecret,
    PUBLIC_URL: settings.address,
    PORT: String(settings.port),
    DATA_DIR: folder.path,
  };
  await migrateAndPublish(env);

  say("serving");
  const server = await serve({ env, port: settings.port, isDevelopment });
  undo.push(server.stop);
  say("ready", { address: settings.address });
  await sayOwnerLink(env);
  if (settings.needsHttps) say("needsHttps");
  say("howToStop");

  const died = await Promise.race([
    server.exited.then(() => "serverDied"),
    databaseExited.then(() => "databaseDied"),
  ]);
  if (!isStopping) await stop(1, () => console.error(sentence(died)));
}

/** @param {string} dataDir */
async function openDatabase(dataDir) {
  const given = process.env.DATABASE_URL;
  if (given) {
    await refuseUnreachable(given);
    return { databaseUrl: given, databaseExited: new Promise(() => {}) };
  }
  const { startPostgres } = await import("./postgres.mjs");
  say("databaseStarting");
  const postgres = await startPostgres({ dataDir, log: (event) => say(event) });
  undo.push(postgres.stop);
  if (isStopping) await postgres.stop();
  return { databaseUrl: postgres.url, databaseExited: postgres.exited };
}

/** @param {string} url */
async function refuseUnreachable(url) {
  const { default: pg } = await import("pg");
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    await client.connect();
    await client.end();
  } catch (error) {
    const reason = error instanceof Error ? error.message || String(error) : String(error);
    throw new Refusal("database-unreachable", { error: reason });
  }
}

/** @param {NodeJS.ProcessEnv & { DATABASE_URL: string }} env */
async function migrateAndPublish(env) {
  const { migrate } = await import("./migrate.mjs");
  const applied = await migrate(env.DATABASE_URL, join(root, "prisma/migrations"));
  if (applied.length > 0) say("migrated", { count: applied.length });
  if (!existsSync(join(root, "content"))) return;
  say("publishing");
  const outcome = await runCommand("node", ["scripts/run.mjs", "scripts/publish.ts"], {
    cwd: root,
    env,
  });
  if (outcome.trim()) console.log(outcome.trimEnd().replaceAll(/^/gm, "         "));
}

/** @param {NodeJS.ProcessEnv} env */
async function sayOwnerLink(env) {
  const args = ["scripts/run.mjs", "scripts/owner-link.ts"];
  const link = (await runCommand("node", args, { cwd: root, env })).trim();
  if (link) say("ownerLink", { link });
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Refusal("old-node", { version: process.versions.node });
  }
}

/** @param {number} code @param {() => void} explainStop */
async function stop(code, explainStop) {
  if (isStopping) return;
  isStopping = true;
  explainStop();
  endCommands();
  for (const step of undo.reverse()) {
    try {
      await step();
    } catch (error) {
      console.error(explain(error));
    }
  }
  process.exit(code);
}

/** @param {unknown} error */
function explain(error) {
  if (error instanceof Refusal) return sentence(`refused.${error.reason}`, error.values);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
