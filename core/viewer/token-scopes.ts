/** What a personal token lets a program do in its owner's name; writing includes reading. */
export const tokenScopes = ["annotations:read", "annotations:write"] as const;

export type TokenScope = (typeof tokenScopes)[number];

/** Whether one of the scopes that a token was given covers the one that is needed. */
export function coversScope(given: readonly string[], needed: TokenScope): boolean {
  if (given.includes(needed)) return true;
  return needed === "annotations:read" && given.includes("annotations:write");
}
