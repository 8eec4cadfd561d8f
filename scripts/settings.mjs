import { Refusal } from "./refusal.mjs";

const SECRET_MIN_LENGTH = 32; // as server/env.ts demands

/**
 * What the operator set, checked before anything is installed.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ port: number, address: string, needsHttps: boolean, databaseUrl: string | null, authSecret: string | null }}
 */
export function readSettings(env) {
  const port = env.PORT ? parsePort(env.PORT) : 3000;
  const url = env.PUBLIC_URL ? parsePublicUrl(env.PUBLIC_URL) : new URL(`http://localhost:${port}`);
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  return {
    port,
    address: url.origin,
    needsHttps: url.protocol === "http:" && !isLocal,
    databaseUrl: env.DATABASE_URL ? checkDatabaseUrl(env.DATABASE_URL) : null,
    authSecret: env.AUTH_SECRET ? checkSecret(env.AUTH_SECRET) : null,
  };
}

/** @param {string} text */
function parsePort(text) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new Refusal("port-invalid", { port: text });
  return port;
}

/** @param {string} text */
function parsePublicUrl(text) {
  if (!URL.canParse(text) || !/^https?:/.test(text)) {
    throw new Refusal("public-url-invalid", { url: text });
  }
  const url = new URL(text);
  if (url.pathname !== "/" || url.search || url.hash) {
    throw new Refusal("public-url-path", { url: text, origin: url.origin });
  }
  return url;
}

/** The address itself is not repeated: it holds a password. @param {string} text */
function checkDatabaseUrl(text) {
  if (URL.canParse(text) && /^postgres(ql)?:\/\//.test(text)) return text;
  throw new Refusal("database-url-invalid");
}

/** @param {string} text */
function checkSecret(text) {
  if (text.length >= SECRET_MIN_LENGTH) return text;
  throw new Refusal("auth-secret-short", { length: SECRET_MIN_LENGTH });
}
