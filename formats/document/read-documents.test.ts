import { readFileSync } from "node:fs";
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
