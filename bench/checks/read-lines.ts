import { readFileSync } from "node:fs";
import { z } from "zod";

/** The lines of one of this folder's files. */
export function readLines<T>(name: string, schema: z.core.$ZodType<T>): T[] {
  const text = readFileSync(new URL(name, import.meta.url), "utf8");
  return text
    .split("\n")
    .flatMap((line) => (line === "" ? [] : [z.parse(schema, JSON.parse(line))]));
}
