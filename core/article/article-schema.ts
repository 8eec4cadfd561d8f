import { z } from "zod";
import { type Bead, type Block, beadStatuses, type Row, type Tombstone } from "./article";
import { contentNodeSchema } from "./content-schema";
import { frontMatterSchema } from "./front-matter";

const sentenceId = z.string().regex(/^[de]s[0-9]{1,7}$/);
const blockId = z.string().regex(/^[de]b[0-9]{1,7}$/);
const count = z.int().min(0).max(10_000_000);
const ids = <Id extends z.ZodType>(id: Id) => z.array(id).max(100_000);

/** The parts of an article where they are kept as JSON. */
export const blockSchema: z.ZodType<Block> = z.strictObject({
  id: blockId,
  node: contentNodeSchema,
  sentences: ids(z.strictObject({ id: sentenceId, start: count, end: count })),
  mergedIds: ids(blockId),
});

export const beadSchema: z.ZodType<Bead> = z.strictObject({
  de: ids(sentenceId),
  en: ids(sentenceId),
  probability: z.number().min(0).max(1),
  status: z.enum(beadStatuses),
  isLocked: z.literal(true).optional(),
  by: z.string().min(1).max(100).optional(),
  at: z.iso.datetime().optional(),
});

export const rowSchema: z.ZodType<Row> = z.strictObject({
  id: z.string().regex(/^r[0-9]{1,7}$/),
  de: ids(blockId),
  en: ids(blockId),
  isProposed: z.literal(true).optional(),
});

const tombstoneSchema: z.ZodType<Tombstone> = z.strictObject({
  id: blockId,
  text: z.string().max(1_000_000),
});

/** A side without its blocks. */
export const sideStateSchema = z.strictObject({
  frontMatter: frontMatterSchema,
  tombstones: z.array(tombstoneSchema).max(100_000),
  next: z.strictObject({ block: count, sentence: count }),
});
export type SideState = z.infer<typeof sideStateSchema>;
