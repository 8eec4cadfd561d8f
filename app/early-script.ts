import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The source of `app/early.js` without its comments. It stands in the page: a file would be one more thing to wait for. */
export const earlyScript = readFileSync(join(process.cwd(), "app/early.js"), "utf8")
  .replace(/^\s*\/\/.*\n/gm, "")
  .replace(/^\s+/gm, "");
