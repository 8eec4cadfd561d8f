import { realpathSync } from "node:fs";
import { signalOrphan } from "./postgres-running.mjs";

// Preloaded into the server: when the process that started it is gone, even by `kill -9`, it ends too, and asks the
// database to that was left alone with it.
const parent = process.ppid;

setInterval(() => {
  if (process.ppid === parent) return;
  try {
    signalOrphan(realpathSync(process.env.DATA_DIR ?? ""));
  } finally {
    process.exit(1);
  }
}, 250).unref();
