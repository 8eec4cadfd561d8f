import { Refusal } from "./refusal.mjs";

/**
 * What the operator set, checked before anything is installed.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ port: number, address: string, needsHttps: boolean }}
 */
export function readSettings(env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal("port-invalid", { port: env.PORT ?? "" });
  }
  const url = env.PUBLIC_URL ? parseUrl(env.PUBLIC_URL) : new URL(`http://localhost:${port}`);
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  return { port, address: url.origin, needsHttps: url.protocol === "http:" && !isLocal };
}

/** @param {string} text */
function parseUrl(text) {
  if (!URL.canParse(text) || !/^https?:/.test(text)) {
    throw new Refusal("public-url-invalid", { url: text });
  }
  return new URL(text);
}
