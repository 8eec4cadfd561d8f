import "server-only";
import { z } from "zod";
import type { Viewer } from "@/core/viewer/viewer";
import { pruneAnonymous } from "../account/prune-anonymous";
import { db, type Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import type { Change } from "../http/read-change";
import { announceChanges } from "../live/announce-changes";
import { pruneKeys } from "./prune-keys";

/** The answer to a change that was applied, now or when it was first sent. */
export type Applied = {
  readonly ok: true;
  readonly status: 200 | 201;
  readonly body: { readonly revision: number };
};

/**
 * Applies a change at most once, however often and however concurrently it is sent. The key is written first: a second
 * attempt waits at it until the first has ended, and then finds its answer. What is refused leaves nothing behind.
 */
export async function applyOnce(
  viewer: Viewer,
  change: Change<unknown>,
  act: (transaction: Transaction) => Promise<Applied | Refusal>,
): Promise<Applied | Refusal> {
  const id = { ownerId: viewer.id, key: change.key };
  await tidyUp();
  const outcome = await db().$transaction(async (transaction) => {
    const { count } = await transaction.idempotencyKey.createMany({
      data: { ...id, bodyHash: change.fingerprint, status: 0, response: {} },
      skipDuplicates: true,
    });
    const where = { ownerId_key: id };
    if (count === 0) {
      const earlier = await transaction.idempotencyKey.findUniqueOrThrow({ where });
      const isSameChange = earlier.bodyHash === change.fingerprint;
      return isSameChange ? parseAnswer(earlier) : refusal("key-reused");
    }

    const result = await act(transaction);
    if (!result.ok) {
      await transaction.idempotencyKey.delete({ where });
      return result;
    }
    const response = z.record(z.string(), z.json()).parse(result.body);
    const data = { status: result.status, response };
    // Answered from the row, as every later attempt will be: the same to the letter.
    return parseAnswer(await transaction.idempotencyKey.update({ where, data }));
  });
  if (outcome.ok) announceChanges();
  return outcome;
}

/** What is done now and then beside a change. */
export async function tidyUp(): Promise<void> {
  await pruneKeys(Date.now());
  void pruneAnonymous(Date.now()).catch((error: unknown) =>
    console.error(`Unused accounts were not deleted: ${String(error)}`),
  );
}

// Loose: the answer is passed on as it was given, even if annotations have gained a member since.
const answerSchema = z.object({
  status: z.union([z.literal(200), z.literal(201)]),
  response: z.looseObject({ revision: z.int() }),
});

export function parseAnswer(row: unknown): Applied {
  const { status, response } = answerSchema.parse(row);
  return { ok: true, status, body: response };
}
