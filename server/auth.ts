import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { anonymous } from "better-auth/plugins/anonymous";
import { db } from "./db";
import { env } from "./env";
import { trustedOrigins } from "./http/trusted-origins";

const DAY_SECONDS = 24 * 60 * 60;

let made: ReturnType<typeof makeAuth> | undefined;

/**
 * Accounts and sessions. Only the calls that a route of ours makes can be reached from outside: better-auth's own
 * router is not mounted, so what it offers beyond them (changing a name, listing sessions) needs a decision first.
 */
export function auth() {
  made ??= makeAuth();
  return made;
}

function makeAuth() {
  const { AUTH_SECRET, PUBLIC_URL } = env();
  if (!AUTH_SECRET) throw new Error("AUTH_SECRET is not set: no session can be signed or believed");
  const isSecure = PUBLIC_URL.protocol === "https:";
  return betterAuth({
    baseURL: PUBLIC_URL.origin,
    secret: AUTH_SECRET,
    trustedOrigins: [...trustedOrigins(PUBLIC_URL)],
    database: prismaAdapter(db(), { provider: "postgresql" }),
    plugins: [anonymous({ emailDomainName: "anonymous.invalid" })],
    user: {
      additionalFields: {
        role: { type: "string", required: false, defaultValue: "reader", input: false },
      },
    },
    session: {
      // An anonymous account is lost with its cookie: as long as browsers keep one.
      expiresIn: 400 * DAY_SECONDS,
      updateAge: DAY_SECONDS,
    },
    advanced: {
      // The prefix `__Host-` binds the cookie to this very host; browsers take it over HTTPS only.
      useSecureCookies: false,
      cookiePrefix: isSecure ? "__Host-zwiesprache" : "zwiesprache",
      defaultCookieAttributes: { secure: isSecure, httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { disableIpTracking: true },
      disableCSRFCheck: false,
      disableOriginCheck: false,
    },
    rateLimit: { enabled: false }, // by server/http/token-bucket.ts, before better-auth is asked
    telemetry: { enabled: false },
  });
}
