import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./prepare.mjs";

/**
 * The name that the last build gave itself (`next.config.ts`), for scripts that put down what only that build may take up
 * again (`server/articles/parsed-version.ts`); nothing where there is none.
 *
 * @returns {{ NEXT_PUBLIC_BUILD?: string }}
 */
export function buildName() {
  try {
    return { NEXT_PUBLIC_BUILD: readFileSync(join(root, ".next/BUILD_ID"), "utf8").trim() };
  } catch {
    return {};
  }
}
