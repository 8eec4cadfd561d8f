import { z } from "zod/mini"; // a tenth of zod: this is part of every first load

/** Where a reader stopped in an article; kept in this browser only. */
const progressSchema = z.strictObject({
  /** The first row that was in view. */
  row: z.string().check(z.maxLength(20)),
  /** From 0 to 1: how much of the text lies above that row's end. */
  fraction: z.number().check(z.gte(0), z.lte(1)),
  /** Milliseconds since 1970: when the reader was last there. */
  readAt: z.number(),
});
export type ReadingProgress = z.infer<typeof progressSchema>;

const prefix = "progress:";

/** `null` where nothing is kept, or storage is forbidden. */
export function getProgress(slug: string): ReadingProgress | null {
  try {
    const result = progressSchema.safeParse(
      JSON.parse(localStorage.getItem(prefix + slug) ?? "null"),
    );
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

export function putProgress(slug: string, progress: ReadingProgress): void {
  try {
    localStorage.setItem(prefix + slug, JSON.stringify(progress));
  } catch {
    // storage may be forbidden or full: the place is lost with the page
  }
}
