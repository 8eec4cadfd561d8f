import "server-only";
import { APIError } from "better-auth";
import { Prisma } from "@/prisma/generated/client";

// https://www.prisma.io/docs/orm/reference/error-reference: unreachable, timed out, refused, closed, pool exhausted,
// no connection free for a transaction.
const unavailableCodes = [
  "P1000",
  "P1001",
  "P1002",
  "P1003",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "P2037",
];

/** Whether an error says that the database cannot be reached, or not now: what was asked may work in a minute. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    return unavailableCodes.includes(error.code);
  }
  // better-auth puts its own error in place of the database's
  return error instanceof APIError && isUnavailable(error.cause);
}
