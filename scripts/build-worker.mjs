import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");

/** Where the server looks for the worker of imports. */
export const workerFile = join(root, ".next/import-worker.mjs");

/**
 * Makes one file of the worker that reads and aligns documents: Next.js bundles pages and routes, no threads of their own.
 *
 * @param {string} [outfile]
 */
export function buildWorker(outfile = workerFile) {
  return bundle("server/imports/import-worker.ts", outfile);
}

/** The same of the worker that links the words of sentences. */
export function buildWordLinkWorker() {
  return bundle("server/word-links/word-link-worker.ts", join(root, ".next/word-link-worker.mjs"));
}

/** Where the server looks for what is answered past Next.js. */
export const directAnswersFile = join(root, ".next/answer-directly.mjs");

/** What stays a package beside the bundle, so that the process has it once. */
const sharedPackages = ["next", "next/*", "pg", "@prisma/*", "better-auth", "better-auth/*"];

export function buildDirectAnswers() {
  return bundle("app/answer-directly.ts", directAnswersFile, sharedPackages);
}

/**
 * @param {string} entry
 * @param {string} outfile
 * @param {string[]} [external] packages that are loaded, not bundled
 */
async function bundle(entry, outfile, external = []) {
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    external,
    alias: { "next/headers": "next/headers.js" }, // Next names its files, and Node takes no name for a file
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["react-server"], // as the server has them: `server-only` throws elsewhere
    tsconfig: join(root, "tsconfig.json"),
    // Some packages are CommonJS still, and ask for Node's own modules at run time.
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
}
