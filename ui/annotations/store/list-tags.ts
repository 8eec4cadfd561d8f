import * as z from "zod/mini";

const tagsSchema = z.object({ tags: z.array(z.object({ name: z.string(), count: z.int() })) });

const patienceMs = 15_000;

/** The names of the reader's tags, the most used first; throws where the server cannot say. */
export async function listTags(): Promise<readonly string[]> {
  const response = await fetch("/api/tags", {
    headers: { Accept: "application/json" },
    cache: "no-store",
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!response.ok) throw new Error(`Tags: ${response.status}`);
  const { tags } = tagsSchema.parse(await response.json());
  return tags.map(({ name }) => name);
}
