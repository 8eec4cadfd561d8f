import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "../env";

// The __Host- prefix where browsers take it, as for the session.
function cookieName(): string {
  return env().PUBLIC_URL.protocol === "https:"
    ? "__Host-zwiesprache.device"
    : "zwiesprache.device";
}

const SECONDS = 400 * 24 * 60 * 60;

/**
 * Whether somebody has signed in to this account with this browser before. Whoever tries passwords from elsewhere uses
 * up the tries of strangers, not those of the person whose account it is.
 */
export function isKnownDevice(headers: Headers, email: string): boolean {
  const found = (headers.get("cookie") ?? "")
    .split(";")
    .map((part) => part.trim().split("="))
    .find(([name]) => name === cookieName())?.[1];
  const [given, known] = [Buffer.from(found ?? ""), Buffer.from(markOf(email))];
  return given.length === known.length && timingSafeEqual(given, known);
}

/** The cookie of a browser that has signed in; it opens nothing and does not hold the address. */
export function deviceCookie(email: string): string {
  const { PUBLIC_URL } = env();
  const secure = PUBLIC_URL.protocol === "https:" ? "; Secure" : "";
  return `${cookieName()}=${markOf(email)}; Max-Age=${SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

function markOf(email: string): string {
  const secret = env().AUTH_SECRET;
  if (!secret) throw new Error("AUTH_SECRET is not set: no device can be known again");
  return createHmac("sha256", secret).update(`device:${email}`).digest("base64url");
}
