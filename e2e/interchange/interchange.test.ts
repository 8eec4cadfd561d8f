import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "@/core/article/article";
import { languages } from "@/core/article/language";
import { readDocuments } from "@/formats/document/read-documents";
import { type ExportFormat, exportArticle } from "@/formats/interchange/export-article";
import { mergeFile, readSegments } from "@/formats/interchange/interchange";
import { readVersion } from "@/formats/version/read-version";
import { writeVersion } from "@/formats/version/write-version";

// What we write, opened by the programs that others read it with; see docs/interchange.md.

const run = promisify(execFile);
const content = fileURLToPath(new URL("../../content/", import.meta.url));
const fixtures = fileURLToPath(new URL("../../formats/document/fixtures/", import.meta.url));
const modified = new Date("2026-01-02T03:04:05Z");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "interchange-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function shelf(): Promise<{ slug: string; article: Article }[]> {
  const slugs = (await readdir(content, { withFileTypes: true })).filter((each) =>
    each.isDirectory(),
  );
  return Promise.all(
    slugs.map(async ({ name: slug }) => {
      const text = (file: string) => readFile(join(content, slug, file), "utf8").catch(() => null);
      const [de, en, alignment] = await Promise.all(
        ["de.mdx", "en.mdx", "alignment.json"].map(text),
      );
      const { article } = readVersion({ de: de ?? "", en: en ?? "", alignment: alignment ?? null });
      return { slug, article };
    }),
  );
}

/** Headings, a list, a quotation, a note, a link. */
async function sample(): Promise<Article> {
  const name = "pandoc-both.docx";
  const result = await readDocuments([{ name, bytes: await readFile(join(fixtures, name)) }]);
  if (!result.ok) throw new Error(result.reason);
  return result.article;
}

async function written(
  article: Article,
  format: ExportFormat,
  options: { slug?: string; layout?: "side-by-side" | "alternating" } = {},
): Promise<string> {
  const { slug = "deich", layout } = options;
  const file = exportArticle(article, format, { slug, modified, layout });
  const path = join(folder, `${layout ?? ""}${file.name}`);
  await writeFile(path, file.bytes);
  return path;
}

describe("epubcheck", () => {
  test.each([
    ["every article of the shelf, side by side", "side-by-side", shelf],
    [
      "a text with all kinds of blocks, in turn",
      "alternating",
      async () => [{ slug: "deich", article: await sample() }],
    ],
  ] as const)("finds nothing to say about %s", async (_, layout, load) => {
    const articles = await load();
    for (const { slug, article } of articles) {
      const path = await written(article, "epub", { slug, layout });
      const { stdout, stderr } = await run("java", [
        "-XX:TieredStopAtLevel=1",
        "-jar",
        "/usr/bin/epubcheck",
        path,
      ]);
      expect(stdout + stderr).toContain("0 fatals / 0 errors / 0 warnings");
    }
    expect(articles.length).toBeGreaterThan(0);
  });
});

/** Runs a line of Python with the library of translate-toolkit. */
async function python(program: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run("/usr/bin/python3", ["-c", program, ...args]);
  return stdout;
}

describe("translate-toolkit", () => {
  test("turns our XLIFF 1.2 into PO with every segment in it", async () => {
    const article = await sample();
    const path = join(folder, "deich.po");
    await run("xliff2po", ["--progress=none", "-i", await written(article, "xliff12"), "-o", path]);
    const po = await readFile(path, "utf8");
    expect(po).toContain('msgid "Sie hatte drei Nächte nicht geschlafen."');
    expect(po).toContain('msgstr "She had not slept for three nights."');
    expect(po.match(/^msgid "(?!")/gmu)?.length).toBeGreaterThanOrEqual(article.beads.length - 2);
  });

  test.each([
    ["tmx", "tmx", "tmxfile"],
    ["xliff12", "xliff", "xlifffile"],
  ] as const)("changes a target in our %s, and it comes home", async (format, module, store) => {
    const article = await sample();
    const path = await written(article, format);
    const program = `import sys
from translate.storage import ${module}
store = ${module}.${store}.parsefile(sys.argv[1])
units = [unit for unit in store.units if unit.istranslatable() or unit.source]
for unit in units:
    if unit.target == "On Friday he came himself with a bucket.":
        unit.target = "On Friday he turned up himself, with a bucket & a rope."
store.savefile(sys.argv[1])
print(len(units))`;
    // The beads, and the headline.
    expect(Number(await python(program, path))).toBe(article.beads.length + 1);
    const result = mergeFile(article, await readFile(path));
    expect(result).toMatchObject({ ok: true, missing: 0 });
    if (!result.ok) return;
    expect(result.changed).toHaveLength(1);
    expect(writeVersion(result.article).en).toContain("turned up himself, with a bucket & a rope.");
    expect(writeVersion(result.article).de).toBe(writeVersion(article).de);
  });

  test("leaves our files as they are when it saves them unchanged", async () => {
    const article = await sample();
    const path = await written(article, "tmx");
    const program = `import sys
from translate.storage import tmx
tmx.tmxfile.parsefile(sys.argv[1]).savefile(sys.argv[1])`;
    await python(program, path);
    expect(mergeFile(article, await readFile(path))).toMatchObject({
      ok: true,
      changed: [],
      article,
    });
  });
});

describe("OmegaT", () => {
  test("translates a German text with our memory, and writes a memory that we read", async () => {
    const article = await sample();
    const project = join(folder, "project");
    for (const name of ["source", "target", "omegat", "glossary", "dictionary", "tm/auto"])
      await mkdir(join(project, name), { recursive: true });
    await writeFile(join(project, "omegat.project"), omegatProject);
    const memory = exportArticle(article, "tmx", { slug: "deich", modified });
    await writeFile(join(project, "tm/auto/deich.tmx"), memory.bytes);
    const { segments } = (() => {
      const read = readSegments(memory.bytes);
      if (!read.ok) throw new Error(read.reason);
      return read;
    })();
    const whole = segments.filter(({ de, en }) => languages.every(() => de !== "" && en !== ""));
    await writeFile(join(project, "source/deich.txt"), whole.map(({ de }) => de).join("\n\n"));
    await run("omegat", [
      project,
      "--mode=console-translate",
      `--config-dir=${join(folder, "config")}`,
    ]);
    const translated = await readFile(join(project, "target/deich.txt"), "utf8");
    for (const { en } of whole) expect(translated).toContain(en);

    const exported = (await readdir(project)).find((name) => name.endsWith("-omegat.tmx"));
    const back = readSegments(await readFile(join(project, exported ?? "none")));
    if (!back.ok) throw new Error(back.reason);
    const pairs = new Map(back.segments.map(({ de, en }) => [de, en]));
    for (const { de, en } of whole) expect(pairs.get(de)).toBe(en);
  });
});

const omegatProject = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><source_dir_excludes/>
<target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>DE</source_lang><target_lang>EN</target_lang>
<source_tok>org.omegat.tokenizer.DefaultTokenizer</source_tok><target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags><external_command></external_command>
</project></omegat>
`;
