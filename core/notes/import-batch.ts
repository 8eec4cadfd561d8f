import * as z from "zod/mini";
import { importRefusals } from "./imported-note";

export const mostImported = 20_000;
export const importBatchSize = 100;

/** Some entries of a file, as they stand in it; `place` is that of the first in the whole file. */
export const importBatchSchema = z.strictObject({
  place: z.int().check(z.gte(0), z.lte(mostImported)),
  entries: z.array(z.unknown()).check(z.minLength(1), z.maxLength(importBatchSize)),
});

const outcomes = ["placed", "moved", "orphaned", "known", "replied", "refused"] as const;
/** What became of an entry. `known`: it was there already. */
export type ImportOutcome = (typeof outcomes)[number];

export const importReportSchema = z.strictObject({
  results: z.array(
    z.strictObject({
      sourceId: z.string(),
      outcome: z.enum(outcomes),
      reason: z.nullable(z.enum(importRefusals)),
      /** The words of the passage, or of what was refused as far as it is known. */
      quote: z.string(),
    }),
  ),
});
export type ImportResult = z.infer<typeof importReportSchema>["results"][number];
