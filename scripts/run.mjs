import { spawn } from "node:child_process";

// Runs a script written in TypeScript, under the conditions the server runs under:
// `node scripts/run.mjs scripts/import.ts …`. Signals and the exit code pass through.
const child = spawn(
  process.execPath,
  ["--conditions=react-server", "--import", "tsx", ...process.argv.slice(2)],
  { stdio: "inherit" },
);

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => child.kill(signal));
}

child.on("error", (error) => {
  console.error(error.message);
  process.exitCode = 1;
});

child.on("exit", (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal); // so that whoever waits sees how it ended
});
