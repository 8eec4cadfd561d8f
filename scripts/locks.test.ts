import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

// One import per closed door between the rooms. Each must be refused where it is planted.
const plantedImports: [string, string][] = [
  ["core/planted.ts", "react"],
  ["core/planted.ts", "node:fs"],
  ["core/planted.ts", "next/server"],
  ["core/planted.ts", "@tiptap/core"],
  ["core/planted.ts", "zod"],
  ["core/planted.ts", "@/server/viewer"],
  ["core/annotation/planted.ts", "../../document/render-html"],
  ["document/planted.ts", "react"],
  ["document/planted.ts", "@tiptap/react"],
  ["document/planted.ts", "@/formats/mdx/read-side"],
  ["document/planted.ts", "@/server/db"],
  ["formats/mdx/planted.ts", "react"],
  ["formats/mdx/planted.ts", "@/ui/reader/side-html"],
  ["formats/mdx/planted.ts", "@/server/db"],
  ["server/planted.ts", "@/ui/reader/side-html"],
  ["server/planted.ts", "@tiptap/core"],
  ["server/planted.ts", "react-dom/server"],
  ["ui/reader/planted.ts", "@/server/viewer"],
  ["ui/reader/planted.ts", "@/formats/mdx/read-side"],
  ["ui/reader/planted.ts", "server-only"],
  ["ui/reader/planted.ts", "@prisma/client"],
  ["ui/reader/planted.ts", "zod"],
  ["app/planted.ts", "@/server/db"],
  ["app/planted.ts", "@/formats/mdx/read-side"],
  ["app/planted.ts", "@prisma/client"],
  ["i18n/planted.ts", "@/core/article/language"],
];

const allowed: [string, string] = ["ui/reader/planted-allowed.ts", "@/core/article/language"];

let folder: string;
let refused: ReadonlySet<string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zwiesprache-locks-"));
  cpSync(join(root, "biome.json"), join(folder, "biome.json"));
  cpSync(join(root, "package.json"), join(folder, "package.json"));
  const planted = [...plantedImports, allowed].map(([path, specifier], index) =>
    plant(`${index}-`, path, specifier),
  );
  const report = lint();
  refused = new Set(planted.filter((path) => report.includes(path)));
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(plantedImports.map((pair, index) => [...pair, index] as const))(
  "%s may not import %s",
  (path, _, index) => {
    expect(refused).toContain(named(`${index}-`, path));
  },
);

test("an import that the rooms allow passes", () => {
  expect(refused).not.toContain(named(`${plantedImports.length}-`, allowed[0]));
});

function plant(prefix: string, path: string, specifier: string): string {
  const file = named(prefix, path);
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  writeFileSync(join(folder, file), `import { x } from "${specifier}";\n\nexport const y = x;\n`);
  return file;
}

function named(prefix: string, path: string): string {
  return path.replace("planted", `${prefix}planted`);
}

/** What the lock of the rooms refuses, in one run of the linter over all that was planted. */
function lint(): string {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const rule = "--only=style/noRestrictedImports";
  const result = spawnSync(
    process.execPath,
    [biome, "lint", rule, "--max-diagnostics=none", "--reporter=json", "."],
    { cwd: folder, encoding: "utf8" },
  );
  return result.stdout;
}
