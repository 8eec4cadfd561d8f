import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

const folders =
  "app ui server formats document core i18n messages content prisma e2e bench scripts docs public .ci";
const files =
  "package.json package-lock.json tsconfig.json next.config.ts proxy.ts biome.json vitest.config.ts " +
  "playwright.config.ts knip.json README.md CHANGELOG.md LICENSE Dockerfile compose.yaml .gitignore " +
  ".npmrc .node-version .dockerignore";

test("the top level holds the rooms, the named files and nothing else", () => {
  const allowed = new Set(`${folders} ${files}`.split(" "));
  const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  const topLevel = new Set(tracked.split("\0").flatMap((path) => path.split("/")[0] || []));
  expect([...topLevel].filter((name) => !allowed.has(name))).toEqual([]);
});
