import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const packages = {
  epubcheck: "/usr/bin/epubcheck",
  omegat: "/usr/bin/omegat",
  "translate-toolkit": "/usr/bin/xliff2po",
};

/** The other programs, from Debian where we may install them. */
export function setup(): void {
  const missing = () => Object.entries(packages).filter(([, path]) => !existsSync(path));
  if (missing().length > 0 && process.getuid?.() === 0) {
    aptGet("update", "-qq");
    aptGet("install", "-y", "-qq", "--no-install-recommends", ...missing().map(([name]) => name));
  }
  const names = missing().map(([name]) => name);
  if (names.length > 0) throw new Error(`Please install ${names.join(", ")}: apt-get install`);
}

function aptGet(...args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
}
