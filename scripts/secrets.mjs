import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./refusal.mjs";

/** @typedef {{ readonly databasePassword: string, readonly authSecret: string }} Secrets */

/**
 * The installation's secrets, made at the first start and kept in the data folder, readable by its owner only.
 *
 * @param {string} dataDir
 * @returns {Secrets}
 */
export function loadSecrets(dataDir) {
  const path = join(dataDir, "secrets.json");
  return readSecrets(path) ?? makeSecrets(path);
}

/** @param {string} path @returns {Secrets | null} */
function readSecrets(path) {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new Refusal("secrets-unreadable", { path });
  }
  return parseSecrets(text, path);
}

/** @param {string} text @param {string} path @returns {Secrets} */
function parseSecrets(text, path) {
  try {
    const { databasePassword, authSecret } = JSON.parse(text);
    if (typeof databasePassword === "string" && typeof authSecret === "string") {
      return { databasePassword, authSecret };
    }
  } catch {
    // Said below: a broken file and a file of another shape are the same to the reader.
  }
  throw new Refusal("secrets-unreadable", { path });
}

/** @param {string} path @returns {Secrets} */
function makeSecrets(path) {
  const secrets = { databasePassword: randomSecret(), authSecret: randomSecret() };
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path); // refuses to replace: of two first starts at once, one makes the secrets
    return secrets;
  } catch (error) {
    const made = readSecrets(path);
    if (made) return made;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function randomSecret() {
  return randomBytes(32).toString("base64url");
}
