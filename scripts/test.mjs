import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { build, environment, generateClient, installPackages, root } from "./prepare.mjs";

// `npm test`: sets up what it needs, then runs one check after the other and ends at the first that fails.
// `npm test -- --only unit,stories` runs some of them.

const results = join(root, "test-results");
const vitestReport = join(results, "vitest.json");
const playwrightReport = join(results, "playwright.json");

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ name: string, run: () => Promise<Count> }} Step */

/** @type {readonly Step[]} */
const steps = [
  { name: "types", run: () => check("npx", ["tsc", "--noEmit"]) },
  { name: "types of core alone", run: () => check("npx", ["tsc", "--noEmit", "-p", "core"]) },
  { name: "lint and locks", run: () => check("npx", ["biome", "ci", "."]) },
  { name: "dead code", run: () => check("npx", ["knip"]) },
  { name: "content", run: () => check("npm", ["run", "-s", "content:check"]) },
  { name: "unit", run: () => vitest("unit") },
  { name: "database", run: () => vitest("database") },
  { name: "build", run: () => attempt(build) },
  { name: "start", run: () => vitest("start") },
  { name: "stories", run: playwright },
];

const wanted = process.argv[process.argv.indexOf("--only") + 1]?.split(",");
const isSome = process.argv.includes("--only");

const total = { passed: 0, failed: 0 };
await prepare();
for (const step of steps.filter(({ name }) => !isSome || wanted?.includes(name))) {
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

async function prepare() {
  await installPackages();
  await generateClient();
  mkdirSync(results, { recursive: true });
  const needsBrowser = !isSome || wanted?.includes("stories");
  if (needsBrowser) installChromium();
}

/** Debian's Chromium where we may install it; else the variable that names another is told. */
function installChromium() {
  const path = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
  if (existsSync(path)) return;
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (mayInstall && !process.env.CHROMIUM_PATH) {
    console.log("Installing Chromium from Debian …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { env, stdio: "inherit" });
    const args = ["install", "-y", "-qq", "--no-install-recommends", "chromium"];
    spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
  }
  if (existsSync(path)) return;
  console.error(
    `The browser tests need Chromium, and there is none at ${path}. Set CHROMIUM_PATH to yours.`,
  );
  console.log("\n0 passed, 1 failed");
  process.exit(1);
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
  const isFine = await run("npx", ["vitest", "run", "--project", project, ...reporters]);
  const report = readReport(vitestReport);
  // A skipped test is a test that did not pass.
  const failed = (report?.numTotalTests ?? 0) - (report?.numPassedTests ?? 0);
  return counted(isFine, report?.numPassedTests ?? 0, failed);
}

async function playwright() {
  rmSync(playwrightReport, { force: true });
  const isFine = await run("npx", ["playwright", "test"]);
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

/** @param {string} command @param {readonly string[]} args @returns {Promise<boolean>} */
function run(command, args) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env: environment(), stdio: "inherit" });
    child.on("error", () => done(false));
    child.on("exit", (code) => done(code === 0));
  });
}
