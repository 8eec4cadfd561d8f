import { argv } from "node:process";

// What is fast and what is heavy: `npm run bench -- page`. Each bench is a folder here, found by its name.
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  workbench: async () => (await import("./workbench/workbench-bench")).workbenchBench,
  checks: async () => (await import("./workbench/checks-bench")).checksBench,
  annotations: async () => (await import("./annotation/painting/painting-bench")).annotationsBench,
  together: async () => (await import("./together/together-bench")).togetherBench,
  notes: async () => (await import("./notes/notes-bench")).notesBench,
  page: async () => (await import("./page/page-bench")).pageBench,
};

/** Measures, prints, and gives back an exit code. */
type Bench = (args: readonly string[]) => Promise<number>;

process.exitCode = await main(argv.slice(2));

async function main([name = "", ...rest]: readonly string[]): Promise<number> {
  const load = benches[name];
  if (load) return (await load())(rest);
  console.error(`Usage: npm run bench -- ${Object.keys(benches).join("|")} [OPTIONS]`);
  return 2;
}
