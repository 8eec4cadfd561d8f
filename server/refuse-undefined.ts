import "server-only";

/**
 * Throws where a filter holds `undefined`. Prisma leaves such a condition out, and a query that was meant for one
 * person's rows then answers with everybody's.
 */
export function refuseUndefined(args: unknown, operation: string): void {
  if (typeof args !== "object" || args === null || !("where" in args)) return;
  const path = pathToUndefined(args.where, "where");
  if (path) throw new Error(`${operation}: ${path} is undefined`);
}

function pathToUndefined(value: unknown, path: string): string | null {
  if (value === undefined) return path;
  if (typeof value !== "object" || value === null || value instanceof Date) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = pathToUndefined(inner, `${path}.${key}`);
    if (found) return found;
  }
  return null;
}
