import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { installChromium } from "./install-chromium.mjs";
import { refuseOldNode } from "./node-version.mjs";
import { build, environment, generateClient, installPackages, root } from "./prepare.mjs";
import { Refusal } from "./refusal.mjs";
import { sentence } from "./say.mjs";

// `npm test`: sets up what it needs, then runs one check after the other and ends at the first that fails.
// `npm test -- --only unit,stories` runs some of them, `npm run test:all` those too that take minutes each.

const results = join(root, "test-results");
const vitestReport = join(results, "vitest.json");
const playwrightReport = join(results, "playwright.json");

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ name: string, isSlow?: true, run: () => Promise<Count> }} Step */

/** @type {readonly Step[]} */
const steps = [
  { name: "types", run: types },
  { name: "types of core alone", run: () => check("tsc", ["--noEmit", "-p", "core"]) },
  { name: "lint and locks", run: () => check("biome", ["ci", "."]) },
  { name: "dead code", run: () => check("knip", []) },
  { name: "content", run: () => check("npm", ["run", "-s", "content:check"]) },
  { name: "unit", run: () => vitest("unit") },
  { name: "database", run: () => vitest("database") },
  { name: "build", run: () => attempt(build) },
  { name: "start", run: () => vitest("start") },
  { name: "stories", run: playwright },
  { name: "slow stories", isSlow: true, run: slowStories },
  { name: "other seeds", isSlow: true, run: otherSeeds },
  { name: "interchange", isSlow: true, run: () => vitest("interchange") },
  { name: "clone", isSlow: true, run: () => vitest("clone") },
];

const wanted = wantedSteps();
const total = { passed: 0, failed: 0 };
await prepare();
for (const step of wanted) {
  const begun = performance.now();
  console.log(`\n── ${step.name}`);
  const { passed, failed } = await step.run();
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`── ${step.name}: ${failed === 0 ? "passed" : "FAILED"}, ${seconds} s`);
  if (failed > 0) break;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** @returns {readonly Step[]} */
function wantedSteps() {
  const options = /** @type {const} */ ({ only: { type: "string" }, all: { type: "boolean" } });
  const { only, all } = parseArgs({ options }).values;
  if (only === undefined) return steps.filter(({ isSlow }) => all || !isSlow);
  const names = only.split(",");
  const unknown = names.find((wish) => !steps.some(({ name }) => name === wish));
  if (unknown === undefined) return steps.filter(({ name }) => names.includes(name));
  giveUp(`There is no step “${unknown}”. There are: ${steps.map(({ name }) => name).join(", ")}.`);
}

async function prepare() {
  try {
    refuseOldNode();
    await installPackages();
    await generateClient();
    if (wanted.some(({ name }) => name.endsWith("stories"))) installChromium();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    giveUp(sentence(`refused.${error.reason}`, error.values));
  }
  mkdirSync(results, { recursive: true });
}

/** Nothing could be tried, which is no success. @param {string} why @returns {never} */
function giveUp(why) {
  console.error(why);
  console.log("\n0 passed, 1 failed");
  process.exit(1);
}

/** The types of the routes are written anew first: those of an older build would be checked otherwise. */
async function types() {
  const areWritten = await run("next", ["typegen"]);
  return areWritten ? check("tsc", ["--noEmit"]) : { passed: 0, failed: 1 };
}

/** A check that passes or fails as a whole. @param {string} command @param {readonly string[]} args */
async function check(command, args) {
  return (await run(command, args)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @param {() => Promise<void>} act */
async function attempt(act) {
  try {
    await act();
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

/** @param {string} project */
async function vitest(project) {
  rmSync(vitestReport, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`];
  const isFine = await run("vitest", ["run", "--project", project, ...reporters]);
  const report = readReport(vitestReport);
  // A skipped test is a test that did not pass.
  const failed = (report?.numTotalTests ?? 0) - (report?.numPassedTests ?? 0);
  return counted(isFine, report?.numPassedTests ?? 0, failed);
}

/** Those whose titles end in `@slow`: they tell again, at length, what a shorter one in the gate tells. */
async function slowStories() {
  process.env.SLOW_STORIES = "1";
  return playwright();
}

/** The property tests again, with cases nobody has seen. */
async function otherSeeds() {
  process.env.PROPERTY_SEED = String(Date.now() % 2 ** 31);
  console.log(`PROPERTY_SEED=${process.env.PROPERTY_SEED}`);
  return vitest("unit");
}

async function playwright() {
  rmSync(playwrightReport, { force: true });
  const isFine = await run("playwright", ["test"]);
  const stats = readReport(playwrightReport)?.stats ?? {};
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
  return counted(isFine, expected, unexpected + flaky + skipped);
}

/** A run that failed otherwise, or ran nothing, counts as one failure. @param {boolean} isFine @param {number} passed @param {number} failed */
function counted(isFine, passed, failed) {
  const isSound = isFine && passed > 0;
  return { passed, failed: isSound ? failed : Math.max(1, failed) };
}

/** @param {string} path */
function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

/** Runs a command of an installed package, or of this machine. @param {string} command @param {readonly string[]} args @returns {Promise<boolean>} */
function run(command, args) {
  const env = {
    ...environment(),
    // Not through npx, which would fetch what is missing.
    PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}`,
  };
  // Each tool chooses its own: "production" in the shell would make Vitest test another React.
  Reflect.deleteProperty(env, "NODE_ENV");
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env, stdio: "inherit" });
    child.on("error", () => done(false));
    child.on("exit", (code) => done(code === 0));
  });
}
