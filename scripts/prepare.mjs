import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));

const quiet = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", NO_UPDATE_NOTIFIER: "1" };

// What ends up in a build; a change of any of it makes a new one.
const sources = [
  ..."app ui server formats document core i18n messages public prisma/schema.prisma".split(" "),
  ..."next.config.ts proxy.ts tsconfig.json package.json package-lock.json".split(" "),
];

/** Installs the packages when the lockfile is not the one they were installed from. */
export async function installPackages() {
  const stamp = join(root, "node_modules/.zwiesprache");
  const wanted = hashOf(["package-lock.json"], process.versions.modules);
  if (readStamp(stamp) === wanted) return;
  say("installing");
  // Building takes the packages of development too, also where NODE_ENV says production.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  await runCommand("npm", args, { cwd: root, env: environment() });
  writeFileSync(stamp, wanted);
}

/** Writes the database client when the schema is not the one it was written from. */
export async function generateClient() {
  const stamp = join(root, "prisma/generated/.zwiesprache");
  const wanted = hashOf(["prisma/schema.prisma", "package-lock.json"]);
  if (readStamp(stamp) === wanted) return;
  say("generating");
  const args = ["generate", "--config", "prisma/prisma.config.ts"];
  // Generating needs no schema engine, and Prisma would look for one to download.
  const env = { ...environment(), PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true" };
  await runCommand(installed("prisma"), args, { cwd: root, env });
  writeFileSync(stamp, wanted);
}

/** Builds the application when its sources or packages are not those of the last build. */
export async function build() {
  const stamp = join(root, ".next/zwiesprache");
  const wanted = hashOf(sources);
  if (readStamp(stamp) === wanted) return;
  say("building");
  rmSync(stamp, { force: true }); // until it is whole again, no sources match what is there
  const env = { ...environment(), NODE_ENV: "production" };
  await runCommand(installed("next"), ["build"], { cwd: root, env });
  writeFileSync(stamp, wanted);
}

/** The environment of everything we start. */
export function environment() {
  return { ...process.env, ...quiet };
}

/** A command of an installed package, so that none is ever fetched. @param {string} name */
export function installed(name) {
  return join(root, "node_modules/.bin", name);
}

/** @param {string} path */
function readStamp(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** @param {readonly string[]} paths @param {string} [salt] */
function hashOf(paths, salt = "") {
  const hash = createHash("sha256").update(salt);
  for (const path of paths.flatMap((entry) => filesUnder(entry))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} path @returns {readonly string[]} */
function filesUnder(path) {
  if (!existsSync(join(root, path)) || /\.test\.tsx?$/.test(path)) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => filesUnder(`${path}/${name}`));
}
