import "server-only";
import type { Annotation, StoredAnnotation } from "@/core/annotation/annotation";
import { db } from "../db";
import { gathered } from "../gathered";
import type { Index } from "../notes/write-index";
import { type Applied, parseAnswer } from "./apply-once";

type New = {
  readonly made: Omit<Annotation, "articleSlug" | "tags"> & {
    readonly ownerId: string;
    readonly articleId: string;
    readonly createdAt: Date;
  };
  readonly index: Index;
  readonly key: string;
  readonly fingerprint: string;
  /** What is answered, now and to whoever sends it again. */
  readonly response: StoredAnnotation;
};

/**
 * Writes a new annotation with its place in the index, its entry in the change feed and the answer kept under its key: all of
 * it or nothing, in one query for all who write at once. `null` where an annotation of that id is there already; throws where
 * the key is.
 */
export async function insertAnnotation(one: New): Promise<Applied | null> {
  return insert(one);
}

const insert = gathered(async (those: readonly New[]) => {
  const first = new Map(those.map((one) => [one.made.id.toLowerCase(), one] as const).reverse());
  const asked = those.filter((one) => first.get(one.made.id.toLowerCase()) === one);
  const rows = await db().$queryRaw<{ id: string; response: unknown }[]>`
    WITH asked AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(asked.map(toRow))}::jsonb) AS given (
        id uuid, "ownerId" text, "articleId" uuid, audience annotation_audience, "groupId" uuid,
        side side, colour colour, note jsonb, anchor jsonb, "createdAt" timestamptz,
        "versionId" uuid, position int, counterpart text, terms text,
        key uuid, "bodyHash" text, response jsonb
      )
      ORDER BY id -- whoever else writes these waits, and is not waited for
    ), made AS (
      INSERT INTO annotation (
        id, "ownerId", "articleId", audience, "groupId", side, colour, note, anchor, "createdAt", "updatedAt"
      )
      SELECT id, "ownerId", "articleId", audience, "groupId", side, colour, note, anchor, "createdAt", "createdAt"
      FROM asked
      ON CONFLICT (id) DO NOTHING
      RETURNING annotation.id
    ), indexed AS (
      INSERT INTO annotation_index ("annotationId", "versionId", "isOrphaned", position, counterpart, terms)
      SELECT id, "versionId", FALSE, position, counterpart, terms::tsvector
      FROM asked JOIN made USING (id)
    ), fed AS (
      INSERT INTO change (kind, "articleId", "annotationId")
      SELECT 'created', "articleId", id FROM asked JOIN made USING (id)
    )
    INSERT INTO idempotency_key ("ownerId", key, "bodyHash", status, response)
    SELECT "ownerId", key, "bodyHash", 201, response FROM asked JOIN made USING (id)
    RETURNING response->>'id' AS id, response`;
  const answers = new Map(rows.map(({ id, response }) => [id.toLowerCase(), response]));
  return those.map((one) => {
    const id = one.made.id.toLowerCase();
    const response = first.get(id) === one ? answers.get(id) : undefined;
    return response === undefined ? null : parseAnswer({ status: 201, response });
  });
});

function toRow({ made, index, key, fingerprint, response }: New) {
  const { id, ownerId, articleId, audience, groupId, colour, note, anchor, createdAt } = made;
  const { versionId, position, counterpart, terms } = index;
  return {
    ...{ id, ownerId, articleId, audience, groupId, side: anchor.side, colour, note, anchor },
    ...{ createdAt, versionId, position, counterpart, terms },
    ...{ key, bodyHash: fingerprint, response },
  };
}
