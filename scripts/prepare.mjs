import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compressAssets } from "./compress-assets.mjs";
import { runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";
import { sourceHash } from "./source-hash.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));

const quiet = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", NO_UPDATE_NOTIFIER: "1" };

// What ends up in a build; a change of any of it makes a new one.
const sources = [
  ..."app ui server formats document core i18n messages public prisma/schema.prisma".split(" "),
  ..."next.config.ts proxy.ts scripts/build-worker.mjs scripts/compress-assets.mjs tsconfig.json package.json package-lock.json".split(
    " ",
  ),
];

/** @typedef {{ path: string, wanted: string }} Stamp `path`: where the last time a step was done wrote `wanted` */

const packagesStamp = () => ({
  path: "node_modules/.zwiesprache",
  wanted: sourceHash(root, ["package-lock.json"], process.versions.modules),
});
const clientStamp = () => ({
  path: "prisma/generated/.zwiesprache",
  wanted: sourceHash(root, ["prisma/schema.prisma", "package-lock.json"]),
});
const buildStamp = () => ({ path: ".next/zwiesprache", wanted: sourceHash(root, sources) });

/** Installs the packages when the lockfile is not the one they were installed from. */
export async function installPackages() {
  await once(packagesStamp(), () => {
    say("installing");
    // Building takes the packages of development too, also where NODE_ENV says production.
    const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
    return runCommand("npm", args, { cwd: root, env: environment() });
  });
}

/** Writes the database client when the schema is not the one it was written from. */
export async function generateClient() {
  await once(clientStamp(), () => {
    say("generating");
    const args = ["generate", "--config", "prisma/prisma.config.ts"];
    // Generating needs no schema engine, and Prisma would look for one to download: any program will do.
    const env = { ...environment(), PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
    return runCommand(installed("prisma"), args, { cwd: root, env });
  });
}

/** Builds the application when its sources or packages are not those of the last build. */
export async function build() {
  await once(buildStamp(), async () => {
    say("building");
    /** @type {NodeJS.ProcessEnv} */
    const env = { ...environment(), NODE_ENV: "production" };
    await runCommand(installed("next"), ["build"], { cwd: root, env });
    const { buildDirectAnswers } = await import("./build-worker.mjs"); // esbuild is there only now
    await Promise.all([
      buildWorkers(),
      buildDirectAnswers(),
      compressAssets(join(root, ".next/static")),
    ]);
  });
}

/** What `next dev` does not make by itself. */
export async function buildWorkers() {
  const { buildWorker, buildWordLinkWorker } = await import("./build-worker.mjs");
  await Promise.all([buildWorker(), buildWordLinkWorker()]);
}

/** Whether a start would find everything installed, generated and built. */
export function isPrepared() {
  return [packagesStamp, clientStamp, buildStamp].every((stamp) => isDone(stamp()));
}

/** The environment of everything we start. */
export function environment() {
  return { ...process.env, ...quiet };
}

/** A command of an installed package, so that none is ever fetched. @param {string} name */
export function installed(name) {
  return join(root, "node_modules/.bin", name);
}

/**
 * Does a step unless its stamp says that it was done for the same sources. The stamp of before goes first: what was
 * left half-way must not look whole to somebody who takes the sources back.
 *
 * @param {Stamp} stamp
 * @param {() => Promise<unknown>} step
 */
async function once(stamp, step) {
  if (isDone(stamp)) return;
  rmSync(join(root, stamp.path), { force: true });
  await step();
  writeFileSync(join(root, stamp.path), stamp.wanted);
}

/** @param {Stamp} stamp */
function isDone({ path, wanted }) {
  const place = join(root, path);
  return existsSync(place) && readFileSync(place, "utf8") === wanted;
}
