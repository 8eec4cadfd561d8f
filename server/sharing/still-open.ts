import "server-only";
import type { Prisma } from "@/prisma/generated/client";

/** The links that still open something as far as the link itself goes: neither taken back nor run out. */
export function stillOpen(): Prisma.ShareLinkWhereInput {
  return { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] };
}
