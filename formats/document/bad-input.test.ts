import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import { loadLexicon } from "@/scripts/dictionary/load-lexicon";
import type { DocumentFile } from "./document-source";
import { readDocuments } from "./read-documents";

// Bombs and large texts: on a busy machine more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

function fixture(path: string): Uint8Array {
  return readFileSync(new URL(`fixtures/${path}`, import.meta.url));
}

function file(name: string, content: string | Uint8Array): DocumentFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { name, bytes };
}

const docx = fixture("pandoc-both.docx");
const epub = fixture("pandoc-both.epub");
const text = (content: string) => new TextEncoder().encode(content);
const german =
  "Der Hafen ist leer. Die Möwen bleiben am Kai. Am Abend kommt das Schiff zurück, und niemand weiß, wer es steuert. ";
const english =
  "The harbour is empty. The gulls remain at the quay. In the evening the ship comes back, and nobody knows who steers it. ";

/** A packed file whose one entry says that it is smaller than it is. */
function lyingArchive(): Uint8Array {
  const packed = Buffer.from(zipSync({ "word/document.xml": new Uint8Array(30_000_000) }));
  const directory = packed.indexOf(Buffer.from("PK\u0001\u0002", "latin1"));
  packed.writeUInt32LE(900_000, directory + 24);
  packed.writeUInt32LE(900_000, 22);
  return packed;
}

/** A packed file in which a name of the same length stands in place of another. */
function renamed(from: string, to: string): Uint8Array {
  const packed = Buffer.from(zipSync({ [from]: text("<x/>"), "word/document.xml": text("<x/>") }));
  return Buffer.from(packed.toString("latin1").replaceAll(from, to), "latin1");
}

function encrypted(): Uint8Array {
  const packed = Buffer.from(zipSync({ "word/document.xml": text("<x/>") }));
  const directory = packed.indexOf(Buffer.from("PK\u0001\u0002", "latin1"));
  packed.writeUInt16LE(1, 6);
  packed.writeUInt16LE(1, directory + 8);
  return packed;
}

function docxWith(document: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({ "word/document.xml": text(document), ...more });
}

const tmx = (body: string, type = "") =>
  `<?xml version="1.0"?>${type}<tmx version="1.4"><header/><body>${body}</body></tmx>`;
const billionLaughs = `<!DOCTYPE tmx [<!ENTITY a "${"ha".repeat(50)}">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "${`&a${n - 1 < 0 ? "" : n - 1};`.repeat(10)}">`).join("")}]>`;
const external = `<!DOCTYPE tmx [<!ENTITY secret SYSTEM "file:///etc/passwd">]>`;
const segment = (inner: string) => `<tu><tuv xml:lang="de"><seg>${inner}</seg></tuv></tu>`;

describe("what is no document is refused, with its reason and its name", () => {
  test.each([
    ["a picture", file("a.docx", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])), "binary"],
    [
      "a program",
      file(
        "a.txt",
        Uint8Array.from({ length: 999 }, (_, n) => (n * 7) % 256),
      ),
      "binary",
    ],
    ["nothing", file("a.md", ""), "empty"],
    [
      "a page without a word",
      file("a.html", "<html><body><img src='a.png'></body></html>"),
      "empty",
    ],
    ["half a Word document", file("a.docx", docx.subarray(0, docx.length / 2)), "archive-damaged"],
    ["half an EPUB", file("a.epub", epub.subarray(0, 3000)), "archive-damaged"],
    ["a Word document with a hole", file("a.docx", holed(docx)), "archive-damaged"],
    [
      "a packed file of something else",
      file("a.zip", zipSync({ "a.txt": text(german) })),
      "archive-unknown",
    ],
    ["a Word document that is not one", file("a.docx", docxWith("<x/>")), "archive-damaged"],
    [
      "an EPUB without a book",
      file("a.epub", zipSync({ "META-INF/container.xml": text("<container/>") })),
      "not-this-format",
    ],
    ["an encrypted Word document", file("a.docx", encrypted()), "archive-encrypted"],
    [
      "a name that leads out of the archive",
      file("a.docx", renamed("AAAA/evil", "../../evi")),
      "archive-unsafe",
    ],
    [
      "a name that begins at the root",
      file("a.docx", renamed("AAAA/evil", "/etc/evil")),
      "archive-unsafe",
    ],
    ["a bomb of one file", file("a.docx", docxWith(" ".repeat(24_000_000))), "archive-too-large"],
    [
      "a bomb beside a document",
      file("a.docx", docxWith("<x/>", { "word/media/a.bin": new Uint8Array(50_000_000) })),
      "archive-too-large",
    ],
    [
      "a bomb of many files",
      file(
        "a.docx",
        zipSync(Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`a${n}`, text("")]))),
      ),
      "archive-too-large",
    ],
    ["a bomb that lies about its size", file("a.docx", lyingArchive()), "archive-damaged"],
    [
      "a Word document with entities",
      file("a.docx", docxWith(`${external.replace("tmx", "w")}<w/>`)),
      "xml-entities",
    ],
    ["the billion laughs", file("a.tmx", tmx(segment("&a8;"), billionLaughs)), "xml-entities"],
    ["an external entity", file("a.tmx", tmx(segment("&secret;"), external)), "xml-entities"],
    ["an entity that nobody defined", file("a.tmx", tmx(segment("&secret;"))), "xml-damaged"],
    ["XML that ends too soon", file("a.xlf", "<xliff version='1.2'><file"), "xml-damaged"],
    ["XML nested without end", file("a.tmx", `<tmx>${"<a>".repeat(200_000)}`), "too-deep"],
    ["a page nested without end", file("a.html", `${"<div>".repeat(100_000)}x`), "too-deep"],
    ["Markdown nested without end", file("a.md", `${">".repeat(20_000)} x`), "too-deep"],
    [
      "a list nested without end",
      file("a.md", Array.from({ length: 1500 }, (_, n) => `${"  ".repeat(n)}- a`).join("\n")),
      "too-deep",
    ],
    ["segments in German alone", file("a.tmx", tmx(segment("Ja."))), "no-pairs"],
    [
      "one line of five megabytes without a space",
      file("a.txt", "x".repeat(5_000_000)),
      "no-german-or-english",
    ],
    ["markup without end", file("a.html", `<p>${"Ja. ".repeat(1_600_000)}`), "too-much-text"],
    ["twenty megabytes", file("a.docx", new Uint8Array(20_000_000)), "too-large"],
    ["two hundred megabytes", file("a.txt", new Uint8Array(200_000_000)), "too-large"],
  ])("%s", async (_, bad, reason) => {
    const before = process.memoryUsage().rss;
    const result = await readDocuments([bad]);
    expect(result).toMatchObject({ ok: false, reason, values: { file: bad.name } });
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
  });

  test("a fault in XML is told with its place", async () => {
    const result = await readDocuments([file("a.tmx", `${tmx("")}\n<more`)]);
    expect(result).toMatchObject({
      reason: "xml-damaged",
      values: { line: 2, column: expect.any(Number) },
    });
  });

  test("three files, or none, are refused", async () => {
    const one = file("a.txt", german);
    expect(await readDocuments([])).toMatchObject({ reason: "no-files" });
    expect(await readDocuments([one, one, one])).toMatchObject({ reason: "too-many-files" });
  });

  test("a translation memory beside another file is refused", async () => {
    const both = [file("a.tmx", fixture("translate-toolkit.tmx")), file("b.txt", german)];
    expect(await readDocuments(both)).toMatchObject({ reason: "pairs-beside-file" });
  });
});

/** Bytes in the middle of a packed part are turned over. */
function holed(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let place = 200; place < 1200; place += 1) copy[place] = 255 - (copy[place] ?? 0);
  return copy;
}

describe("what does not belong together is not aligned at random", () => {
  const story = [
    "Der letzte Zug nach Husum fuhr um halb elf.",
    "Im Abteil saß nur eine alte Frau mit einem Hund.",
    "Sie strickte und sah nicht auf, als der Schaffner kam.",
    "Draußen zogen die Deiche vorbei, schwarz und ohne Licht.",
    "Der Hund träumte und zuckte mit den Pfoten.",
    "Niemand stieg in Friedrichstadt ein.",
    "Dort hatte früher ein Sägewerk gestanden.",
    "Der Schaffner erzählte von seinem Bruder, der Lotse war.",
    "Die Frau nickte und zählte ihre Maschen.",
    "Kurz vor der Brücke blieb der Zug stehen.",
    "Man hörte den Wind und sonst nichts.",
    "Nach einer Stunde fuhr er weiter, als wäre nichts gewesen.",
    "Am Bahnhof wartete ein Junge mit einer Laterne.",
    "Er nahm ihr den Koffer ab und fragte nicht.",
  ].join(" ");
  const recipe = [
    "Peel the onions and chop them finely.",
    "Melt some butter in a heavy pan over low heat.",
    "Add the onions and cook until they are soft and golden.",
    "Meanwhile wash the rice under cold water.",
    "Stir it into the pan with a pinch of saffron.",
    "Pour in the stock, one ladle at a time.",
    "Do not hurry, for good food needs patience.",
    "Grate the cheese while the liquid is absorbed.",
    "Taste it and add salt and pepper if you like.",
    "Take the pan off the stove and cover it with a lid.",
    "Let everything rest for two minutes.",
    "Serve it on warm plates with parsley on top.",
    "A glass of white wine goes well with it.",
    "Leftovers can be fried in breadcrumbs the next day.",
  ].join(" ");

  test.each([
    ["one language twice", [german.repeat(5), german.repeat(4)], "only-german"],
    ["English twice", [english, english], "only-english"],
    [
      "a third language beside German",
      [
        german.repeat(3),
        "Le pont est fermé depuis hier. Personne ne sait pourquoi les bateaux ne sont pas revenus.",
      ],
      "no-german-or-english",
    ],
    [
      "ten thousand paragraphs against three",
      [`${german}\n\n`.repeat(10_000), `${english}\n\n`.repeat(3)],
      "too-different",
    ],
    ["two texts that have nothing to do with each other", [story, recipe], "unrelated"],
  ])("%s", async (_, texts, reason) => {
    const files = texts.map((each, index) => file(`${index}.txt`, each));
    expect(await readDocuments(files, { lexicon: builtIn() })).toMatchObject({
      ok: false,
      reason,
    });
  });

  test("unless a person says that they belong together", async () => {
    const files = [file("a.txt", story), file("b.txt", recipe)];
    const options = { lexicon: builtIn(), isUnrelatedAccepted: true };
    expect(await readDocuments(files, options)).toMatchObject({ ok: true });
  });
});

describe("what looks odd and can be read", () => {
  test.each([
    ["a year alone on its line", "1962.", ["1962."]],
    ["items that are numbers", "- 12.\n- 13.", ["12.", "13."]],
    ["numbers and nothing else", "10.\n11.", ["10.", "11."]],
  ])("%s is no list without words in Markdown", async (_, lines, wanted) => {
    for (const ending of ["md", "mdx"]) {
      const files = [
        file(`a.${ending}`, `${german}\n\nEs war im Winter\n\n${lines}\n\n${german}`),
        file(`b.${ending}`, `${english}\n\nIt was in the winter of 1962.\n\n${english}`),
      ];
      const result = await readDocuments(files);
      const found = result.ok ? result.sentences.de.flatMap((each) => each.split(" ")) : [];
      expect(found).toEqual(expect.arrayContaining(wanted));
    }
  });

  test.each(["md", "mdx"])("an empty item of a list keeps its number in .%s", async (ending) => {
    const files = [
      file(`a.${ending}`, `${german}\n\n7. sieben\n8.\n9. neun\n\n${german}`),
      file(`b.${ending}`, `${english}\n\n7. seven\n8.\n9. nine\n\n${english}`),
    ];
    const result = await readDocuments(files);
    if (!result.ok) throw new Error(result.reason);
    const list = result.article.sides.de.blocks.find(({ node }) => node.type === "orderedList");
    expect(list?.node.attrs).toEqual({ start: 7 });
    expect(list?.node.content?.map((item) => item.content?.[0]?.content?.[0]?.text ?? "")).toEqual([
      "sieben",
      "",
      "neun",
    ]);
  });

  test("a third language between the two halves is not aligned with either", async () => {
    const french =
      "Le port est vide depuis hier. Les mouettes restent sur le quai. Personne ne sait pourquoi le bateau ne revient pas.";
    const [first, second] = ["de", "en"].map((side) => fixture(`sources/${side}.md`).toString());
    const files = [file("a.md", [first, french, second].join("\n\n"))];
    const result = await readDocuments(files, { lexicon: builtIn() });
    if (!result.ok) throw new Error(result.reason);
    const { sentences, beads } = result;
    const isFrench = (sentence: string | undefined) => french.includes(sentence ?? "");
    const strange = beads.filter(
      ({ de, en }) =>
        de.some((place) => isFrench(sentences.de[place])) ||
        en.some((place) => isFrench(sentences.en[place])),
    );
    expect(strange).toHaveLength(3);
    for (const { de, en } of strange) expect(Math.min(de.length, en.length)).toBe(0);
  });

  test("a program in a Word document is neither run nor kept", async () => {
    const macro = zipSync({ ...unzipSync(docx), "word/vbaProject.bin": text("Sub AutoOpen()") });
    const result = await readDocuments([file("a.docm", macro)]);
    expect(result).toMatchObject({ ok: true, notices: [{ kind: "macros-ignored" }] });
  });

  test("three languages in a translation memory: the third is left over", async () => {
    const unit = `<tu><tuv xml:lang="de-AT"><seg>Ja.</seg></tuv><tuv xml:lang="EN"><seg>Yes.</seg></tuv><tuv xml:lang="fr"><seg>Oui.</seg></tuv></tu>`;
    const result = await readDocuments([file("a.tmx", tmx(unit))]);
    expect(result).toMatchObject({
      ok: true,
      sentences: { de: ["Ja."], en: ["Yes."] },
      leftOvers: [{ text: "Oui." }],
      notices: [{ kind: "other-languages-left-out", count: 1 }],
    });
  });

  test("codes in a segment go, its words stay", async () => {
    const unit = `<tu><tuv xml:lang="de"><seg>Ein <bpt i="1">&lt;b&gt;</bpt>Wort<ept i="1">&lt;/b&gt;</ept>.</seg></tuv><tuv xml:lang="en"><seg>One <hi>word</hi>.</seg></tuv></tu>`;
    const result = await readDocuments([file("a.tmx", tmx(unit))]);
    expect(result).toMatchObject({
      ok: true,
      sentences: { de: ["Ein Wort."], en: ["One word."] },
      notices: [{ kind: "codes-left-out", count: 1 }],
    });
  });
});

function builtIn() {
  const result = loadLexicon("built-in");
  if (!result.ok) throw new Error("The built-in lexicon is missing");
  return result.lexicon;
}
