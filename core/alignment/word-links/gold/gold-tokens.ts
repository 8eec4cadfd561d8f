const token = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu;

/**
 * The tokens that the gold's links count: runs of letters and digits with apostrophes and hyphens inside ("don't",
 * "two-day"), and every other visible character by itself ("3,5" is three tokens).
 */
export function goldTokens(text: string): string[] {
  return text.match(token) ?? [];
}
