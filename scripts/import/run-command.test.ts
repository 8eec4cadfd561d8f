import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { ImportRefusal } from "./read-document";
import { runCommand } from "./run-command";

vi.setConfig({ testTimeout: 60_000 });

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-"));
});

afterEach(() => {
  vi.restoreAllMocks();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

type Case = {
  /** Names of files, and what stands in them; `null`: nothing is written. */
  readonly files: Readonly<Record<string, string | Uint8Array | null>>;
  /** Part of the one sentence that is said. */
  readonly said: string;
};

const german = "Der Leuchtturm von Hvalsund steht leer. Seit 1998 brennt dort kein Licht mehr.";
const english = "The lighthouse at Hvalsund stands empty. No light has burned there since 1998.";
const bytes = (content: string) => new TextEncoder().encode(content);
const tmx = (body: string, type = "") =>
  `<?xml version="1.0"?>${type}<tmx version="1.4"><header/><body>${body}</body></tmx>`;
const segment = `<tu><tuv xml:lang="de"><seg>Ja.</seg></tuv></tu>`;
const entity = `<!DOCTYPE tmx [<!ENTITY secret SYSTEM "file:///etc/passwd">]>`;

function packed(name = "word/document.xml", content = "<x/>"): Uint8Array {
  return zipSync({ [name]: bytes(content) });
}

function encrypted(): Uint8Array {
  const archive = Buffer.from(packed());
  archive.writeUInt16LE(1, 6);
  archive.writeUInt16LE(1, archive.indexOf(Buffer.from("PK\u0001\u0002", "latin1")) + 8);
  return archive;
}

const story =
  "Der letzte Zug fuhr um halb elf. Im Abteil saß eine alte Frau mit einem Hund. Sie strickte und sah nicht auf, als der Schaffner kam. Draußen zogen die Deiche vorbei, schwarz und ohne Licht. Der Hund träumte und zuckte mit den Pfoten. Niemand stieg ein. Dort hatte früher ein Sägewerk gestanden. Der Schaffner erzählte von seinem Bruder, der Lotse war. Die Frau nickte und zählte ihre Maschen. Kurz vor der Brücke blieb der Zug stehen. Man hörte den Wind und sonst nichts. Am Bahnhof wartete ein Junge mit einer Laterne.";
const recipe =
  "Peel the onions and chop them finely. Melt some butter in a heavy pan over low heat. Add the onions and cook until they are soft and golden. Meanwhile wash the rice under cold water. Stir it into the pan with a pinch of saffron. Pour in the stock, one ladle at a time. Do not hurry, for good food needs patience. Grate the cheese while the liquid is absorbed. Taste it and add salt and pepper if you like. Take the pan off the stove and cover it with a lid. Let everything rest for two minutes. Serve it on warm plates with parsley on top.";

// Whoever adds a reason adds a case here, or this does not compile. Elsewhere: a command with no file or with three is
// wrong itself (exit code 2), and an account that may read every file is never told that it may not.
type Reason = Exclude<ImportRefusal["reason"], "no-files" | "too-many-files" | "file-unreadable">;
const cases: Readonly<Record<Reason, Case>> = {
  "file-not-found": { files: { "gone.txt": null }, said: "gibt es nicht" },
  "not-a-file": { files: { ".": null }, said: "ist keine Datei" },
  "too-large": { files: { "large.txt": german }, said: "kleiner sein als 20 MB" },
  "too-much-text": {
    files: { "much.html": `<p>${"Ja. ".repeat(1_600_000)}` },
    said: "zu viel Text",
  },
  empty: { files: { "empty.md": "" }, said: "steht kein Text" },
  binary: { files: { "a.bin": Uint8Array.from([0, 1, 2, 0, 0, 255, 3]) }, said: "ist kein Text" },
  "too-deep": { files: { "deep.md": `${">".repeat(20_000)} x` }, said: "zu tief verschachtelt" },
  "archive-damaged": { files: { "a.docx": packed() }, said: "beschädigt oder abgeschnitten" },
  "archive-too-large": {
    files: { "bomb.docx": packed(undefined, " ".repeat(24_000_000)) },
    said: "entpackt weit größer",
  },
  "archive-unsafe": { files: { "out.docx": packed("../../evil") }, said: "../../evil" },
  "archive-encrypted": { files: { "locked.docx": encrypted() }, said: "ist verschlüsselt" },
  "archive-unknown": { files: { "a.zip": packed("a.txt") }, said: "weder ein Word-Dokument" },
  "xml-damaged": { files: { "a.xlf": "<xliff version='1.2'><file" }, said: "in Zeile 1" },
  "xml-entities": { files: { "a.tmx": tmx(segment, entity) }, said: "eigene Entitäten" },
  "not-this-format": {
    files: { "a.epub": packed("META-INF/container.xml", "<container/>") },
    said: "EPUB-Datei",
  },
  "no-pairs": { files: { "one.tmx": tmx(segment) }, said: "keine Segmente" },
  "pairs-beside-file": {
    files: {
      "two.tmx": tmx(
        `<tu><tuv xml:lang="de"><seg>Ja.</seg></tuv><tuv xml:lang="en"><seg>Yes.</seg></tuv></tu>`,
      ),
      "b.txt": german,
    },
    said: "wird allein importiert",
  },
  "only-german": { files: { "de.txt": german }, said: "nur deutscher Text" },
  "only-english": { files: { "en.txt": english }, said: "nur englischer Text" },
  "no-german-or-english": {
    files: { "da.txt": "Fyret på Hvalsund er tomt. Ingen kender grunden til det." },
    said: "weder deutscher noch englischer",
  },
  "too-different": {
    files: { "long.txt": `${german}\n\n`.repeat(100), "short.txt": english },
    said: "zu verschieden lang",
  },
  unrelated: { files: { "story.txt": story, "recipe.txt": recipe }, said: "keine Übersetzungen" },
};

test.each(Object.entries(cases))(
  "with --json refuses what is %s in one sentence, with exit code 1 and an empty standard output",
  async (reason, { files, said }) => {
    const paths: string[] = [];
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      if (content !== null) await writeFile(path, content);
      if (reason === "too-large") await truncate(path, 200_000_000);
      paths.push(path);
    }
    const log = vi.spyOn(console, "log").mockReturnValue();
    const error = vi.spyOn(console, "error").mockReturnValue();

    const code = await runCommand([...paths, "--dry-run", "--json", "--lang", "de"]);

    const [[message = ""] = []] = error.mock.calls;
    expect({ code, printed: log.mock.calls, sentences: error.mock.calls.length }).toEqual({
      code: 1,
      printed: [],
      sentences: 1,
    });
    expect(message).toContain(said);
    expect(message).not.toMatch(/\n|\{|Import\.refusal/u);
  },
);
