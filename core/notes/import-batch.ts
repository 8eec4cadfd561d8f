import { z } from "zod";
import { importRefusals } from "./imported-note";

export const mostImported = 20_000;
export const importBatchSize = 100;

/** Some entries of a file, as they stand in it; `place` is that of the first in the whole file. */
export const importBatchSchema = z.strictObject({
  place: z.int().min(0).max(mostImported),
  entries: z.array(z.unknown()).min(1).max(importBatchSize),
});

const outcomes = ["placed", "moved", "orphaned", "known", "replied", "refused"] as const;
/** What became of an entry. `known`: it was there already. */
export type ImportOutcome = (typeof outcomes)[number];

export const importReportSchema = z.strictObject({
  results: z.array(
    z.strictObject({
      sourceId: z.string(),
      outcome: z.enum(outcomes),
      reason: z.enum(importRefusals).nullable(),
      /** The words of the passage, or of what was refused as far as it is known. */
      quote: z.string(),
    }),
  ),
});
export type ImportResult = z.infer<typeof importReportSchema>["results"][number];
