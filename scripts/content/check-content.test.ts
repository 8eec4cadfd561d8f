import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkContent } from "./check-content";
import { describeContent, describeRefusal } from "./describe-content";

let directory = "";

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "content-"));
});

afterEach(async () => {
  await chmod(directory, 0o700);
  await rm(directory, { recursive: true, force: true });
});

async function put(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  }
}

async function describeAll(language: "de" | "en"): Promise<string> {
  const report = await checkContent(directory, null, false);
  if (!report.ok) throw new Error(report.reason);
  return describeContent(report.folders, language);
}

describe("npm run content:check", () => {
  test("names file, place and rule of each message, in the operator's language", async () => {
    await put({ "erz/de.mdx": "Eins {1}.\n\n<Video />", "erz/en.mdx": "One." });
    expect(await describeAll("de")).toBe(
      [
        "erz",
        "  de.mdx:1:6  Fehler  Ausdrücke in geschweiften Klammern werden nicht ausgewertet: „{1}“ wird als Text gezeigt.  [expression]",
        "  de.mdx:3:1  Fehler  Den Baustein <Video> gibt es nicht; er wird als Text gezeigt.  [unknown-component]",
        "  alignment.json fehlt noch; npm run content:check -- --write legt sie an.",
        "",
        "1 Artikel geprüft: 2 Fehler, keine Hinweise.",
      ].join("\n"),
    );
    expect(await describeAll("en")).toContain(
      "de.mdx:3:1  error  There is no component <Video>; it is shown as text.  [unknown-component]",
    );
  });

  test("writes alignment.json, finds that it fits, and keeps ids when the text is edited", async () => {
    await put({ "erz/de.mdx": "Eins ist da.\n\nZwei.", "erz/en.mdx": "One is here.\n\nTwo." });
    const written = await checkContent(directory, "erz", true);
    expect(written).toMatchObject({ ok: true, folders: [{ alignment: "written" }] });
    const again = await checkContent(directory, "erz", false);
    expect(again).toMatchObject({ ok: true, folders: [{ alignment: "fits" }] });

    await put({ "erz/de.mdx": "Null steht nun davor.\n\nEins ist da.\n\nZwei." });
    const stale = await checkContent(directory, "erz", false);
    expect(stale).toMatchObject({ ok: true, folders: [{ alignment: "stale" }] });
    await checkContent(directory, "erz", true);
    const alignment: unknown = JSON.parse(
      await readFile(join(directory, "erz/alignment.json"), "utf8"),
    );
    expect(alignment).toMatchObject({
      sides: { de: { blocks: [{ id: "db3" }, { id: "db1" }, { id: "db2" }] } },
    });
  });

  test("leaves an alignment.json that fits as it is, byte for byte", async () => {
    await put({ "erz/de.mdx": "Eins.", "erz/en.mdx": "One." });
    await checkContent(directory, null, true);
    const path = join(directory, "erz/alignment.json");
    const before = await readFile(path, "utf8");
    const spaced = JSON.stringify(JSON.parse(before), null, 2);
    await writeFile(path, spaced);
    await checkContent(directory, null, true);
    expect(await readFile(path, "utf8")).toBe(spaced);
  });

  test("goes on when a folder cannot be read, and counts it as an error", async () => {
    await put({
      "a/de.mdx": "Eins.",
      "b/de.mdx": Uint8Array.from([0xc3, 0x28]),
      "b/en.mdx": "One.",
      "c/de.mdx": "Eins.",
      "c/en.mdx": "One.",
    });
    expect(await checkContent(directory, null, false)).toMatchObject({
      ok: true,
      folders: [
        { slug: "a", refusal: "side-missing" },
        { slug: "b", refusal: "not-utf8" },
        { slug: "c", alignment: "missing" },
      ],
    });
    expect(await describeAll("en")).toContain("3 articles checked: 2 errors, no notes.");
  });

  test.each([
    ["a folder that is not there", "away", null, "no-folder"],
    ["an empty folder", "", null, "nothing-there"],
    ["an article that is not there", "", "erz", "no-such-article"],
  ] as const)("says in one sentence that it met %s", async (_, folder, slug, reason) => {
    const path = join(directory, folder);
    expect(await checkContent(path, slug, true)).toEqual({ ok: false, reason });
    expect(describeRefusal(reason, path, slug, "de")).toMatch(/^[^\n]+\.$/);
  });
});
