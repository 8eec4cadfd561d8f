import { readFileSync } from "node:fs";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { languages } from "@/core/article/language";
import { readVersion } from "../version/read-version";
import { writeVersion } from "../version/write-version";
import type { DocumentFile } from "./document-source";
import { type DocumentOptions, type DocumentResult, readDocuments } from "./read-documents";

type Article = Extract<DocumentResult, { ok: true }>;

function fixture(path: string): DocumentFile {
  return { name: path, bytes: readFileSync(new URL(`fixtures/${path}`, import.meta.url)) };
}

function pasted(text: string): DocumentFile {
  return { name: "", bytes: new TextEncoder().encode(text) };
}

async function imported(
  files: readonly DocumentFile[],
  options: DocumentOptions = {},
): Promise<Article> {
  const result = await readDocuments(files, options);
  if (!result.ok) throw new Error(`${result.reason} ${JSON.stringify(result.values)}`);
  return result;
}

function pairs({ sentences, beads }: Article): string[] {
  return beads.map(({ de, en }) => {
    const text = (side: "de" | "en", places: readonly number[]) =>
      places.map((place) => sentences[side][place]).join(" ");
    return `${text("de", de)} = ${text("en", en)}`;
  });
}

const bodyPairs = [
  "Als im Februar das Wasser stieg, stand Grete Janssen allein auf dem Deich. = When the water rose in February, Grete Janssen stood alone on the dike.",
  "Sie hatte drei Nächte nicht geschlafen. = She had not slept for three nights.",
  "Die Pumpe lief seit Montag ohne Pause. = The pump had been running since Monday without a break.",
  "Was die Pumpe kann = What the Pump Can Do",
  "Die alte Pumpe hebt 340 Liter in der Minute. = The old pump lifts 340 litres a minute.",
  "Das ist mehr, als man ihr ansieht: = That is more than it looks capable of:",
  "Sie lief schon im Winter 1962. = It was already running in the winter of 1962.",
  "Sie braucht keinen Strom. = It needs no electricity.",
  "Sie hat einen eigenen Verein, der sie ölt. = It has a club of its own that oils it.",
  "Der Bürgermeister wollte sie trotzdem verkaufen. = The mayor wanted to sell it all the same.",
  "„Niemand repariert so etwas mehr“, sagte er im Rathaus. = “Nobody repairs things like that any more,” he said in the town hall.",
  "Am Freitag kam er selbst mit einem Eimer. = On Friday he came himself with a bucket.",
  "Wer am Meer wohnt, lernt das Warten. = Those who live by the sea learn to wait.",
  "Das Wasser geht auch wieder. = The water goes away again, too.",
  "Heute steht an der Pumpe eine kleine Tafel aus Messing. = Today a small brass plate hangs on the pump.",
  "Grete Janssen hat sie nie gelesen. = Grete Janssen has never read it.",
  "Sie weiß ja, was darauf steht. = She knows what it says, after all.",
];
const notePair = "Die Pumpe wurde 1931 in Husum gebaut. = The pump was built in Husum in 1931.";

const titles = { de: "Der Deich von Norderhörn", en: "The Dike at Norderhörn" };

const german = [
  "Der Hafen ist leer. Die Möwen bleiben.",
  "Am Abend kommt das Schiff zurück.",
  "Niemand weiß, wer es steuert.",
];
const english = [
  "The harbour is empty. The gulls remain.",
  "In the evening the ship comes back.",
  "Nobody knows who steers it.",
];
const harbourPairs = [
  "Der Hafen ist leer. = The harbour is empty.",
  "Die Möwen bleiben. = The gulls remain.",
  "Am Abend kommt das Schiff zurück. = In the evening the ship comes back.",
  "Niemand weiß, wer es steuert. = Nobody knows who steers it.",
];

describe("files that other programs wrote", () => {
  test.each([
    ["a Word document of pandoc", ["pandoc-both.docx"]],
    ["a Word document of LibreOffice", ["libreoffice-both.docx"]],
    ["a page of pandoc", ["pandoc-both.html"]],
    ["an EPUB 3", ["pandoc-both.epub"]],
    ["an EPUB 2", ["pandoc-both-epub2.epub"]],
    ["Markdown", ["sources/both.md"]],
    ["two Word documents", ["pandoc-de.docx", "pandoc-en.docx"]],
    ["two files of different formats, English first", ["pandoc-en.epub", "sources/de.md"]],
  ])(
    "%s: headings, list, quotation, note and marks are kept, and every sentence has its partner",
    async (_, names) => {
      const result = await imported(names.map(fixture));
      expect(result.titles).toEqual(titles);
      expect(pairs(result)).toEqual([...bodyPairs, notePair]);
      const { de } = writeVersion(result.article);
      expect(de).toContain("stand **Grete Janssen** allein");
      expect(de).toContain("hatte *drei Nächte* nicht");
      expect(de).toContain("[einen eigenen Verein](https://example.org/pumpe)");
      expect(de).toContain("\n## Was die Pumpe kann\n");
      expect(de).toContain("\n- Sie lief schon");
      expect(de).toContain("\n> Wer am Meer");
      expect(de).toMatch(/ohne Pause\.\[\^\d\]/u);
      expect(de).toMatch(/\n\[\^\d\]: Die Pumpe wurde 1931/u);
      expect(result.article.rows).toHaveLength(8);
    },
  );

  test("a page of LibreOffice says by its looks alone what is a quotation; the rest is kept", async () => {
    const result = await imported([fixture("libreoffice-both.html")]);
    expect(result.titles).toEqual(titles);
    expect(pairs(result)).toEqual([...bodyPairs, notePair]);
  });

  test("a text in UTF-16 with notes nobody can tell from text any more", async () => {
    const result = await imported([fixture("libreoffice-utf16.txt")]);
    expect(result.titles).toEqual(titles);
    expect(result.beads.every(({ de, en }) => de.length === 1 && en.length === 1)).toBe(true);
  });

  test.each([
    ["a Word document of pandoc", "pandoc-table.docx"],
    ["a Word document of LibreOffice", "libreoffice-table.docx"],
    ["a page", "sources/table.html"],
    ["a text in columns parted by tabs", "sources/columns.tsv"],
  ])("two columns in %s are aligned row by row", async (_, name) => {
    const result = await imported([fixture(name)]);
    expect(result.layout).toBe("columns");
    expect(result.titles).toEqual(titles);
    expect(pairs(result)).toEqual(bodyPairs);
  });

  test("lines labelled DE and EN in turn go where their labels say", async () => {
    const result = await imported([fixture("sources/labelled.txt")]);
    expect(result.layout).toBe("labelled");
    expect(result.titles).toEqual(titles);
    expect(pairs(result)).toEqual(bodyPairs);
    expect(result.roles.filter(({ role }) => role === "label")).toHaveLength(34);
  });

  test.each(["translate-toolkit.tmx", "translate-toolkit.xlf"])(
    "segments that somebody aligned stay as they are, and count as verified: %s",
    async (name) => {
      const result = await imported([fixture(name)]);
      expect(result.layout).toBe("pairs");
      // One of the segments holds two sentences of each side.
      expect(pairs(result)).toHaveLength(bodyPairs.length);
      expect(result.sentences.de.slice(1)).toEqual(bodyPairs.map((pair) => pair.split(" = ")[0]));
      const { beads } = result.article;
      expect(
        beads.every(({ status, probability }) => status === "verified" && probability === 1),
      ).toBe(true);
    },
  );

  const old = german.map(
    (de, n) =>
      `<trans-unit id="${n}"><source xml:lang="en">${english[n]}</source><target>${de}</target></trans-unit>`,
  );
  const units = german.map(
    (de, n) =>
      `<unit id="u${n}"><segment state="final"><source>${english[n]}</source><target>${de}</target></segment></unit>`,
  );

  test.each([
    [
      "XLIFF 1.2",
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="en-GB" target-language="de-DE" datatype="plaintext"><body>${old.join("")}</body></file></xliff>`,
    ],
    [
      "XLIFF 2.1",
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="de"><file id="f">${units.join("")}</file></xliff>`,
    ],
    [
      "XLIFF 2.1 in two files",
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="de"><file id="f">${units.slice(0, 2).join("")}</file><file id="g">${units.slice(2).join("")}</file></xliff>`,
    ],
  ])("pairs of %s, English first, are pairs of the article", async (_, text) => {
    const result = await imported([{ name: "a.xlf", bytes: pasted(text).bytes }]);
    expect(result.layout).toBe("pairs");
    expect(pairs(result)).toEqual([
      harbourPairs
        .slice(0, 2)
        .map((pair) => pair.split(" = "))
        .reduce(([de, en], [de2, en2]) => [`${de} ${de2}`, `${en} ${en2}`])
        .join(" = "),
      ...harbourPairs.slice(2),
    ]);
  });

  test.each([
    "pandoc-both.docx",
    "libreoffice-table.docx",
    "pandoc-both.epub",
    "translate-toolkit.tmx",
    "sources/labelled.txt",
  ])("an article made of %s is stored and read back as it is", async (name) => {
    const { article } = await imported([fixture(name)]);
    const files = writeVersion(article);
    expect(readVersion(files)).toMatchObject({ article, messages: [], isStale: false });
  });
});

describe("the languages of a document", () => {
  test.each([
    ["two pasted texts", [german.join("\n\n"), english.join("\n\n")], "two-files"],
    ["two pasted texts, English first", [english.join("\n\n"), german.join("\n\n")], "two-files"],
    [
      "paragraphs in turn",
      [german.map((each, index) => `${each}\n\n${english[index]}`).join("\n\n")],
      "alternating",
    ],
    [
      "labels on lines of their own",
      [`Deutsch:\n${german.join("\n")}\n\nEnglish version\n${english.join("\n")}`],
      "halves",
    ],
  ])("are told apart: %s", async (_, texts, layout) => {
    const result = await imported(texts.map(pasted));
    expect(result.layout).toBe(layout);
    expect(pairs(result)).toEqual(harbourPairs);
  });

  test("are taken from the page where it says them", async () => {
    const row = (de: string | undefined, en: string | undefined) =>
      `<div><p lang="de">${de}</p><p lang="en-GB">${en}</p></div>`;
    const page = `<html lang="fr"><body>${german.map((each, index) => row(each, english[index])).join("")}</body></html>`;
    const result = await imported([{ name: "page.html", bytes: pasted(page).bytes }]);
    expect(result.layout).toBe("alternating");
    expect(pairs(result)).toEqual(harbourPairs);
  });

  test("are what a person says they are", async () => {
    const files = [pasted("Berlin. Hamburg. Kiel."), pasted("Berlin. Hamburg. Kiel.")];
    const result = await imported(files, { languages: ["en", "de"] });
    expect(result.sentences.de).toHaveLength(3);
  });
});

describe("roles", () => {
  const texts = [
    `Ein leerer Hafen\nVon Anna Berg\n${german.join("\n")}`,
    `An Empty Harbour\nBy Anna Berg\n${english.join("\n")}`,
  ];

  test("are what a person says they are", async () => {
    const roles = [
      { side: "de" as const, text: "Ein leerer Hafen", role: "body" as const },
      { side: "en" as const, text: "An Empty Harbour", role: "subtitle" as const },
    ];
    const result = await imported(texts.map(pasted), { roles });
    expect(result.sentences.de).toContain("Ein leerer Hafen");
    expect(result.article.sides.en.frontMatter.subtitle).toBe("An Empty Harbour");
  });

  test("come from the front matter where there is one", async () => {
    const [de, en] = texts.map((_, index) => ({
      name: "a.md",
      bytes: pasted(
        `---\ntitle: ${index === 0 ? "Hafen" : "Harbour"}\nmood: calm\n---\n\n${(index === 0 ? german : english).join("\n\n")}`,
      ).bytes,
    }));
    if (!de || !en) throw new Error("two files");
    const result = await imported([de, en]);
    expect(result.titles).toEqual({ de: "Hafen", en: "Harbour" });
    expect(result.leftOvers).toEqual([
      { side: "de", text: "mood: calm" },
      { side: "en", text: "mood: calm" },
    ]);
    expect(pairs(result)).toEqual(harbourPairs);
  });
});

describe("captions and notes", () => {
  const deText = [
    "Der Hafen ist leer. Die Möwen bleiben.[1]",
    "Abb. 1: Der Kran am alten Kai",
    "Am Abend kommt das Schiff zurück.",
    "Foto: Stadtarchiv Nordermünde",
    "Niemand weiß, wer es steuert [2].",
    "[1] Gezählt wurden 340.",
    "[2] Der Lotse ist im Urlaub.",
  ];
  const enText = [
    "The harbour is empty. The gulls remain.¹",
    "In the evening the ship comes back.",
    "Fig. 1: The crane at the old quay",
    "Nobody knows who steers it.",
    "¹ 340 were counted.",
  ];
  const apartPairs = [
    ...harbourPairs.slice(0, 2),
    "Abb. 1: Der Kran am alten Kai = Fig. 1: The crane at the old quay",
    harbourPairs[2],
    "Foto: Stadtarchiv Nordermünde = ",
    harbourPairs[3],
    "Gezählt wurden 340. = 340 were counted.",
    "Der Lotse ist im Urlaub. = ",
  ];

  test.each([
    ["in two texts", [deText.join("\n\n"), enText.join("\n\n")]],
    ["in one text", [`${deText.join("\n")}\n\nENGLISH\n\n${enText.join("\n")}`]],
  ])("are paired with their like wherever they stand, or stay alone: %s", async (_, texts) => {
    const result = await imported(texts.map(pasted));
    expect(pairs(result)).toEqual(apartPairs);
    expect(result.apart).toEqual([
      { side: "de", role: "caption", text: "Abb. 1: Der Kran am alten Kai" },
      { side: "de", role: "caption", text: "Foto: Stadtarchiv Nordermünde" },
      { side: "en", role: "caption", text: "Fig. 1: The crane at the old quay" },
      { side: "de", role: "footnote", text: "[1] Gezählt wurden 340." },
      { side: "de", role: "footnote", text: "[2] Der Lotse ist im Urlaub." },
      { side: "en", role: "footnote", text: "¹ 340 were counted." },
    ]);
    const files = writeVersion(result.article);
    expect(files.de).toContain("Die Möwen bleiben.[^1]");
    expect(files.de).toContain("wer es steuert[^2].");
    expect(files.de).toContain("[^2]: Der Lotse ist im Urlaub.");
    expect(files.en).toContain("[^1]: 340 were counted.");
    expect(readVersion(files)).toMatchObject({ article: result.article, messages: [] });
  });

  test.each([
    ["plain numbers that were raised once", "Die Möwen bleiben.1", "1 Gezählt wurden 340.", 1],
    ["a sign", "Die Möwen* bleiben.", "* Gezählt wurden 340.", 1],
    ["no note: a list", "Die Möwen bleiben.", "1. Gezählt wurden 340.", 0],
    ["no note: a mark that nothing refers to", "Die Möwen bleiben.", "[3] Gezählt wurden 340.", 0],
    ["no note: what stands in stars", "Die *Möwen* bleiben.", "* Gezählt wurden 340.", 0],
  ])("%s", async (_, sentence, note, count) => {
    const de = [`Der Hafen ist leer. ${sentence}`, ...german.slice(1), note].join("\n\n");
    const result = await imported([pasted(de), pasted(english.join("\n\n"))]);
    expect(result.apart.filter(({ role }) => role === "footnote")).toHaveLength(count);
    expect(result.sentences.de.at(-1)).toBe(count === 1 ? "Gezählt wurden 340." : note);
  });

  test("are what a person says they are", async () => {
    const line = { side: "de" as const, text: "Am Abend kommt das Schiff zurück." };
    const texts = [deText.join("\n\n"), enText.join("\n\n")];
    const roles = [
      { ...line, role: "caption" as const },
      { side: "de" as const, text: "[1] Gezählt wurden 340.", role: "body" as const },
      { side: "de" as const, text: "Foto: Stadtarchiv Nordermünde", role: "credit" as const },
    ];
    const result = await imported(texts.map(pasted), { roles });
    expect(result.apart).toContainEqual({ ...line, role: "caption" });
    expect(result.sentences.de).toContain("[1] Gezählt wurden 340.");
    expect(result.article.sides.de.frontMatter.signature).toEqual([
      "Foto: Stadtarchiv Nordermünde",
    ]);
  });

  test.each([
    ["a page", "page.html"],
    ["Markdown with HTML in it", "page.md"],
  ])("%s says what belongs to a picture", async (_, name) => {
    const page = `<p>${german[0]}</p><figure><img src="kran.jpg" alt=""><figcaption>Der Kran am alten Kai, im Winter</figcaption></figure><p>${german[1]}</p><p>${german[2]}</p>`;
    const result = await imported([
      { name, bytes: pasted(page).bytes },
      pasted(english.join("\n\n")),
    ]);
    const caption = "Der Kran am alten Kai, im Winter";
    expect(result.apart).toEqual([{ side: "de", role: "caption", text: caption }]);
    expect(pairs(result)).toEqual(harbourPairs.toSpliced(2, 0, `${caption} = `));
  });

  test("a Word document says it by its style", async () => {
    const paragraph = (text: string | undefined, style = "") =>
      `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
    const parts = unzipSync(fixture("pandoc-de.docx").bytes);
    const body = [german[0], german[1], german[2]].map((text) => paragraph(text));
    const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const packed = zipSync({
      ...parts,
      "word/document.xml": new TextEncoder().encode(
        `<w:document ${ns}><w:body>${body.toSpliced(1, 0, paragraph("Der Kran im Winter", "Caption")).join("")}</w:body></w:document>`,
      ),
      "word/styles.xml": new TextEncoder().encode(
        `<w:styles ${ns}><w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style></w:styles>`,
      ),
    });
    const result = await imported([
      { name: "a.docx", bytes: packed },
      pasted(english.join("\n\n")),
    ]);
    expect(result.apart).toEqual([{ side: "de", role: "caption", text: "Der Kran im Winter" }]);
  });

  test.each(["pandoc-de.docx", "sources/de.md"])(
    "a note that only one side of two files has stays alone: %s",
    async (name) => {
      const translation = bodyPairs.map((pair) => pair.split(" = ")[1]).join(" ");
      const result = await imported([fixture(name), pasted(translation)]);
      const note = result.sentences.de.indexOf("Die Pumpe wurde 1931 in Husum gebaut.");
      expect(note).toBe(result.sentences.de.length - 1);
      expect(result.beads.find(({ de }) => de.includes(note))?.en).toEqual([]);
    },
  );
});

describe("text copied from pages", () => {
  const paragraphs = [
    "Der Hafen ist leer, und die Fischer trinken Kaffee in der Stube am Markt, wie jeden Tag, wenn der Nebel über der Nord- und Ostsee liegt. Die Möwen bleiben den ganzen Winter lang am alten Kai.",
    "Am Abend kommt das Schiff zurück, das niemand erwartet hat. Es bringt Mehl, Petroleum und einen Brief für die Witwe des Lotsen. Niemand weiß, wer es steuert, und niemand fragt danach.",
    "Im Frühjahr wird der Kran verkauft. Bis dahin läuft er jeden Morgen eine Stunde, damit das Getriebe nicht rostet. Der Kranführer nennt das seine Gymnastik.",
  ];
  const translated = [
    "The harbour is empty, and the fishermen drink coffee in the parlour by the market, as on every day when fog lies over the North Sea and the Baltic. The gulls remain at the old quay all winter long.",
    "In the evening the ship comes back that nobody expected. It brings flour, paraffin and a letter for the pilot's widow. Nobody knows who steers it, and nobody asks.",
    "In spring the crane will be sold. Until then it runs for an hour every morning so that the gears do not rust. The crane driver calls it his exercise.",
  ];

  /** Lines of about 48 characters; a word that does not fit is cut after three letters. */
  function typeset(paragraph: string): string[] {
    const lines: string[] = [];
    let line = "";
    for (const word of paragraph.split(" ")) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (longer.length <= 48) line = longer;
      else if (/^\p{L}{6,}$/u.test(word) && line.length <= 44) {
        lines.push(`${line} ${word.slice(0, 3)}-`);
        line = word.slice(3);
      } else {
        lines.push(line);
        line = word;
      }
    }
    return [...lines, line];
  }

  const lines = paragraphs.flatMap((paragraph) => [...typeset(paragraph), ""]);
  const pages = [lines.slice(0, 4), lines.slice(4, 10), lines.slice(10)].map((page, index) =>
    ["Die Woche im Norden", "", ...page, "", `– ${index + 11} –`].join("\n").replace("ff", "ﬀ"),
  );

  test.each([
    ["numbered pages", "\n"],
    ["pages parted by form feeds", "\f"],
  ])("%s: heads and numbers are set aside, words and paragraphs whole again", async (_, feed) => {
    expect(pages.join("")).toMatch(/\p{L}-\n/u);
    const result = await imported([pasted(pages.join(feed)), pasted(translated.join("\n\n"))]);
    expect(result.sentences.de.join(" ")).toBe(paragraphs.join(" "));
    expect(result.rows).toHaveLength(3);
    expect(result.leftOvers.map(({ text }) => text)).toEqual(
      [11, 12, 13].flatMap((number) => ["Die Woche im Norden", `– ${number} –`]),
    );
    expect(result.notices).toEqual([{ kind: "page-furniture-left-out", file: "", count: 6 }]);
  });

  test("a list of three numbers alone on their lines is no page", async () => {
    const text = `${german.join("\n")}\n1\n7\n12\n\n${english.join("\n")}`;
    expect((await imported([pasted(text)])).notices).toEqual([]);
  });
});

describe("a page of the web", () => {
  test("leaves navigation, pictures and scripts out, and says what it left out", async () => {
    const page = `<!doctype html><html><head><title>Der Hafen – Nordblatt</title><script>alert(1)</script></head><body>
      <nav>Start Politik Wetter</nav><main><h1>Der Hafen</h1><img src="https://example.org/a.png" alt="Ein Kran">
      <p onclick="alert(1)">${german[0]} <a href="javascript:alert(1)">Mehr</a></p><p>${german[1]}</p></main><footer>Impressum</footer></body></html>`;
    const english2 = `# The Harbour\n\n${english[0]} More\n\n${english[1]}`;
    const result = await imported([
      { name: "a.html", bytes: pasted(page).bytes },
      { name: "b.md", bytes: pasted(english2).bytes },
    ]);
    expect(result.leftOvers.map(({ text }) => text)).toEqual([
      "Der Hafen – Nordblatt",
      "Start Politik Wetter",
      "Impressum",
      "Ein Kran",
    ]);
    expect(result.notices).toEqual([{ kind: "images-left-out", file: "a.html", count: 1 }]);
    const stored = writeVersion(result.article).de;
    expect(stored).not.toContain("alert");
    expect(stored).toContain("Mehr");
  });
});

test("every side of a result has all its sentences in beads, once", async () => {
  const result = await imported([fixture("pandoc-both.docx")]);
  for (const side of languages) {
    const all = result.beads.flatMap((bead) => bead[side]);
    expect(all.toSorted((a, b) => a - b)).toEqual(result.sentences[side].map((_, index) => index));
  }
});

test("two books of one language each are one article", async () => {
  const chapters = ["EPUB/text/ch001.xhtml", "EPUB/text/ch002.xhtml"] as const;
  const [first, second] = chapters.map((left) => {
    const parts = unzipSync(fixture("pandoc-both.epub").bytes);
    for (const chapter of chapters) {
      const empty = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body/></html>`;
      if (chapter !== left) parts[chapter] = new TextEncoder().encode(empty);
    }
    return { name: "book.epub", bytes: zipSync(parts) };
  });
  if (!first || !second) throw new Error("There are two chapters");
  const together = await imported([fixture("pandoc-both.epub")]);
  const apart = await imported([first, second]);
  expect(apart.layout).toBe("two-files");
  expect(pairs(apart).length).toBeGreaterThan(5);
  expect(pairs(apart)).toEqual(pairs(together));
});
