import "server-only";
import { isIPv6 } from "node:net";
import { env } from "../env";

/**
 * Who sent the request, as far as it can be known: the address the proxy saw, for IPv6 its network of 64 bits, which is
 * what one household has. Without a proxy the header is whatever the sender wrote, so all senders count as one.
 */
export function clientAddress(headers: Headers): string {
  if (!env().isBehindProxy) return "everyone";
  const seen = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  if (seen.startsWith("::ffff:")) return seen.slice("::ffff:".length);
  return isIPv6(seen) ? networkOf(seen) : seen;
}

function networkOf(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(0, zeros)).fill("0"), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
