import * as z from "zod/mini";
import { type Bead, type Block, beadStatuses, type Row, type Tombstone } from "./article";
import { contentNodeSchema } from "./content-schema";
import { frontMatterSchema } from "./front-matter";

const sentenceId = z.string().check(z.regex(/^[de]s[0-9]{1,7}$/));
const blockId = z.string().check(z.regex(/^[de]b[0-9]{1,7}$/));
const count = z.int().check(z.gte(0), z.lte(10_000_000));
const ids = <Id extends z.core.$ZodType>(id: Id) => z.array(id).check(z.maxLength(100_000));

/** The parts of an article where they are kept as JSON. */
export const blockSchema: z.ZodMiniType<Block> = z.strictObject({
  id: blockId,
  node: contentNodeSchema,
  sentences: ids(z.strictObject({ id: sentenceId, start: count, end: count })),
  mergedIds: ids(blockId),
});

export const beadSchema: z.ZodMiniType<Bead> = z.strictObject({
  de: ids(sentenceId),
  en: ids(sentenceId),
  probability: z.number().check(z.gte(0), z.lte(1)),
  status: z.enum(beadStatuses),
  isLocked: z.optional(z.literal(true)),
  by: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  at: z.optional(z.iso.datetime()),
});

export const rowSchema: z.ZodMiniType<Row> = z.strictObject({
  id: z.string().check(z.regex(/^r[0-9]{1,7}$/)),
  de: ids(blockId),
  en: ids(blockId),
  isProposed: z.optional(z.literal(true)),
});

const tombstoneSchema: z.ZodMiniType<Tombstone> = z.strictObject({
  id: blockId,
  text: z.string().check(z.maxLength(1_000_000)),
});

/** A side without its blocks. */
export const sideStateSchema = z.strictObject({
  frontMatter: frontMatterSchema,
  tombstones: z.array(tombstoneSchema).check(z.maxLength(100_000)),
  next: z.strictObject({ block: count, sentence: count }),
});
export type SideState = z.infer<typeof sideStateSchema>;
