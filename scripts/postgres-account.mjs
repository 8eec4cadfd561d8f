import { spawnSync } from "node:child_process";
import { Refusal } from "./refusal.mjs";

/** @typedef {{ readonly uid: number, readonly gid: number }} Account */

const NAME = "postgres";

/**
 * The account PostgreSQL runs as: its own when we are root, since it refuses to be root; otherwise `null`, ours.
 *
 * @returns {Account | null}
 */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return null;
  return findAccount() ?? makeAccount();
}

/**
 * Whether the account can enter a folder, asked by entering it: mode bits alone miss access lists and mounts.
 *
 * @param {Account | null} account
 * @param {string} folder
 */
export function canEnter(account, folder) {
  const { status } = spawnSync("/bin/sh", ["-c", 'cd -- "$0"', folder], {
    ...account,
    cwd: "/",
    stdio: "ignore",
  });
  return status === 0;
}

/** @returns {Account | null} */
function findAccount() {
  const uid = numberFrom("-u");
  const gid = numberFrom("-g");
  return uid === null || gid === null ? null : { uid, gid };
}

/** @param {"-u" | "-g"} what */
function numberFrom(what) {
  const { status, stdout } = spawnSync("id", [what, NAME], { encoding: "utf8" });
  return status === 0 ? Number(stdout.trim()) : null;
}

/** @returns {Account} */
function makeAccount() {
  const options = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"];
  spawnSync("useradd", [...options, NAME], { stdio: "ignore" });
  const account = findAccount();
  if (!account) throw new Refusal("no-postgres-account");
  return account;
}
