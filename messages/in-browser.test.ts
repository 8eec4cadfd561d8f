import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

// Only some of the words are sent to the browser. What a client component says must be among them, or the reader sees
// the name of a key.

const root = fileURLToPath(new URL("..", import.meta.url));

test("every word that a client component says is sent to the browser", () => {
  const unsent = [...spoken()].filter(([name]) => !sent().has(name));
  expect(Object.fromEntries(unsent)).toEqual({});
});

/** Namespaces that client components and what they are made of ask for, and a file that does. */
function spoken(): ReadonlyMap<string, string> {
  const seen = new Set<string>();
  const names = new Map<string, string>();
  const waiting = sources("ui").filter((path) => /^"use client"/.test(read(path)));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const text = read(path);
    for (const [, name = ""] of text.matchAll(/useTranslations\("(\w+)/g)) names.set(name, path);
    for (const [, to = ""] of text.matchAll(/from "(\.{1,2}\/[^"]+|@\/ui\/[^"]+)"/g)) {
      const found = resolve(path, to);
      if (found) waiting.push(found);
    }
  }
  return names;
}

/** With the layout for every page, or with a page for itself. */
function sent(): ReadonlySet<string> {
  const layout = /const inBrowser = \[([^\]]*)\]/.exec(read("app/[locale]/layout.tsx"))?.[1] ?? "";
  const pages = sources("app").flatMap((path) => [
    ...read(path).matchAll(/<NextIntlClientProvider\s+messages=\{\{([^}]*)\}/g),
  ]);
  const own = pages.flatMap(([, names = ""]) => [...names.matchAll(/(\w+)(?=\s*(?:[:,]|$))/g)]);
  return new Set([
    ...[...layout.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name),
    ...own.map(([, name = ""]) => name),
  ]);
}

function sources(...rooms: readonly string[]): string[] {
  return rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
      .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
      .map((path) => join(room, path)),
  );
}

function resolve(from: string, to: string): string | null {
  const base = to.startsWith("@/") ? to.slice(2) : join(dirname(from), to);
  const candidates = [`${base}.tsx`, `${base}.ts`];
  return candidates.find((path) => existsSync(join(root, path))) ?? null;
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
