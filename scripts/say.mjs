import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

// Runs before anything is installed: plain sentences with {values}, no library.

/** @typedef {Readonly<Record<string, string | number>>} Values */

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "";
const language = /^de(?:[_.@-]|$)/i.test(locale) ? "de" : "en";
const words = JSON.parse(
  readFileSync(new URL(`../messages/${language}.json`, import.meta.url), "utf8"),
).Start;

/**
 * A sentence of `Start` in messages, in the operator's language.
 *
 * @param {string} key with dots between its parts: "refused.port-taken"
 * @param {Values} [values]
 * @returns {string}
 */
export function sentence(key, values = {}) {
  const text = key.split(".").reduce((part, name) => part?.[name], words);
  if (typeof text !== "string") throw new Error(`No message Start.${key}`);
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** @param {string} key @param {Values} [values] */
export function say(key, values) {
  const seconds = (performance.now() / 1000).toFixed(1).padStart(5);
  console.log(`${seconds} s  ${sentence(key, values)}`);
}
