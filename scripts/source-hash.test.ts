import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { sourceHash } from "./source-hash.mjs";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "zwiesprache-hash-"));
  mkdirSync(join(root, "app/[slug].page"), { recursive: true });
  write("app/[slug].page/page.tsx", "page");
  write("app/LICENSE", "a file without an ending");
  write("package-lock.json", "{}");
  return () => rmSync(root, { recursive: true });
});

const changes: [what: string, act: () => void][] = [
  ["a changed file", () => write("app/[slug].page/page.tsx", "pages")],
  ["a changed file without an ending", () => write("app/LICENSE", "another")],
  ["a new file", () => write("app/new.ts", "")],
  ["a file that is gone", () => rmSync(join(root, "app/LICENSE"))],
  ["a renamed file", () => renameSync(join(root, "app/LICENSE"), join(root, "app/COPYING"))],
  ["another lockfile", () => write("package-lock.json", "{ }")],
];

test.each(changes)("%s makes another hash", (_, act) => {
  const before = hash();
  act();
  expect(hash()).not.toBe(before);
});

test("another salt makes another hash", () => {
  expect(hash("127")).not.toBe(hash("115"));
});

const ignored: [what: string, act: () => void][] = [
  ["a test beside the sources", () => write("app/page.test.tsx", "test")],
  ["a file elsewhere", () => write("README.md", "read me")],
  ["the same text written again", () => write("app/LICENSE", "a file without an ending")],
];

test.each(ignored)("%s makes no other hash", (_, act) => {
  const before = hash();
  act();
  expect(hash()).toBe(before);
});

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

function hash(salt?: string): string {
  return sourceHash(root, ["app", "package-lock.json", "not-there"], salt);
}
