import * as z from "zod/mini";

/** What no tag holds: control characters, line ends, and the marks that turn the direction of the text around them. */
const unseen =
  /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** A tag as it is kept: one line without a leading "#", commas or what cannot be seen. */
export function normalizeTag(name: string): string {
  return name
    .normalize("NFC")
    .replace(unseen, " ")
    .replace(/^[\s#]+/, "")
    .replace(/[\s,;]+/g, " ")
    .trim();
}

/** By which two spellings are the same tag: "Wortwahl" and "wortwahl". */
export function tagKey(name: string): string {
  return normalizeTag(name).normalize("NFKC").toLowerCase();
}

const maxTagLength = 60;
export const maxTags = 20;

export const tagSchema = z
  .string()
  .check(z.maxLength(200), z.overwrite(normalizeTag), z.minLength(1), z.maxLength(maxTagLength));

/** The tags of one annotation, each once, in the order in which they were given. */
export const tagsSchema = z.array(tagSchema).check(z.maxLength(maxTags), z.overwrite(uniqueTags));

function uniqueTags(tags: string[]): string[] {
  const seen = new Set<string>();
  return tags.filter((tag) => !seen.has(tagKey(tag)) && seen.add(tagKey(tag)));
}
