import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it that are missing; others may pass through it, and no more. (Node's own
 * `recursive` never comes back where a folder exists and yet nothing can be made in it, as in /proc.)
 *
 * @param {string} path
 */
export function makeFolder(path) {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o711 });
  } catch (error) {
    if (!existsSync(path)) throw error; // else somebody else made it meanwhile
  }
}
