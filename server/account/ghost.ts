import "server-only";
import type { Transaction } from "../db";

/** Whose the remains of deleted accounts are: nobody can sign in to it, and it has no name. */
const GHOST_ID = "deleted-account";

export async function ghostId(transaction: Transaction): Promise<string> {
  const email = "deleted-account@anonymous.invalid";
  await transaction.user.createMany({
    data: [{ id: GHOST_ID, name: "", email }],
    skipDuplicates: true,
  });
  return GHOST_ID;
}
