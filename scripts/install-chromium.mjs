import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Refusal } from "./refusal.mjs";

/** Debian's Chromium where we may install it; else refuses (`no-chromium`) and names the variable for another one. */
export function installChromium() {
  const given = process.env.CHROMIUM_PATH;
  const path = given ?? "/usr/bin/chromium";
  if (existsSync(path)) return;
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (mayInstall && !given) {
    console.log("Installing Chromium from Debian …");
    aptGet("update", "-qq");
    aptGet("install", "-y", "-qq", "--no-install-recommends", "chromium");
  }
  if (!existsSync(path)) throw new Refusal("no-chromium", { path });
}

/** @param {readonly string[]} args */
function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
}
