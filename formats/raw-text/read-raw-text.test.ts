import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildLexicon } from "@/core/alignment/lexicon/build-lexicon";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import { blockText } from "@/core/article/content";
import { frontMatterSchema } from "@/core/article/front-matter";
import { languages } from "@/core/article/language";
import { builtInForms, builtInPhrases } from "@/scripts/dictionary/built-in-lexicon";
import { readVersion } from "../version/read-version";
import { writeVersion } from "../version/write-version";
import { type RawTextResult, readRawText } from "./read-raw-text";

const builtIn = buildLexicon(builtInPhrases(), builtInForms());

const german = [
  "Als die Brücke von Sandholm gesperrt wurde, standen 340 Lastwagen am Ufer. Niemand hatte die Fahrer gewarnt.",
  "Die Stadt verlor in drei Wochen 1,2 Millionen Euro. Bürgermeisterin Ilse Thorsen sprach von einem Unglück. Die Werft in Kallby entließ zwölf Arbeiter.",
  "Heute fährt wieder eine Fähre, wenn auch nur am Tag. Man hat sich daran gewöhnt.",
];
const english = [
  "When the bridge at Sandholm was closed, 340 lorries stood on the bank. Nobody had warned the drivers.",
  "The town lost 1.2 million euros in three weeks. Mayor Ilse Thorsen called it a calamity. The shipyard in Kallby laid off twelve workers.",
  "Today a ferry runs again, if only by day. People have grown used to it.",
];
const rawDocument = [
  "",
  ...german,
  "Per Lindqvist, Reporter für den Norden",
  "ENGLISCH",
  "English version:",
  "The Bridge Nobody Missed: A Town and Its Ferry",
  `March,7 / Per Lindqvist ${english.join(" ")}`,
  "March,7 / Per Lindqvist, Northern reporter",
  "(Winner of the Kallby prize)",
].join("\n");

type Imported = Extract<RawTextResult, { ok: true }>;

function read(text: string, lexicon: Lexicon | null = null): RawTextResult {
  return readRawText(new TextEncoder().encode(text), { lexicon });
}

function imported(text: string, lexicon: Lexicon | null = null): Imported {
  const result = read(text, lexicon);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result;
}

function links({ beads }: Imported): string[] {
  return beads.map(({ de, en }) => `${de}:${en}`);
}

const sevenPairs = ["0:0", "1:1", "2:2", "3:3", "4:4", "5:5", "6:6"];

describe("a raw document with both languages, one after the other", () => {
  const result = imported(rawDocument);

  test("is aligned sentence by sentence", () => {
    expect(links(result)).toEqual(sevenPairs);
    expect(result.sentences.en[0]).toBe(
      "When the bridge at Sandholm was closed, 340 lorries stood on the bank.",
    );
  });

  test("gets the paragraphs of one side on the other", () => {
    expect(result.rows).toEqual([
      { de: [0, 1], en: [0, 1] },
      { de: [2, 3, 4], en: [2, 3, 4] },
      { de: [5, 6], en: [5, 6] },
    ]);
    expect(result.article.rows.map(({ de, en }) => [de, en])).toEqual([
      [["db1"], ["eb1"]],
      [["db2"], ["eb2"]],
      [["db3"], ["eb3"]],
    ]);
  });

  test("keeps headline, dateline, byline, signatures and labels apart from the text", () => {
    expect(result.titles).toEqual({
      de: null,
      en: "The Bridge Nobody Missed: A Town and Its Ferry",
    });
    expect(result.roles.map(({ side, role, text }) => [side, role, text])).toEqual([
      ["de", "signature", "Per Lindqvist, Reporter für den Norden"],
      ["en", "label", "ENGLISCH"],
      ["en", "label", "English version:"],
      ["en", "title", "The Bridge Nobody Missed: A Town and Its Ferry"],
      ["en", "dateline", "March,7"],
      ["en", "byline", "Per Lindqvist"],
      ["en", "signature", "March,7 / Per Lindqvist, Northern reporter"],
      ["en", "signature", "(Winner of the Kallby prize)"],
    ]);
    expect(result.leftOvers).toEqual([{ side: "en", text: "/" }]);
  });

  test("is an article whose sentences cover each block and whose front matter is valid", () => {
    for (const language of languages) {
      const side = result.article.sides[language];
      expect(frontMatterSchema.safeParse(side.frontMatter).success).toBe(true);
      for (const block of side.blocks) {
        expect(block.sentences[0]?.start).toBe(0);
        expect(block.sentences.at(-1)?.end).toBe(blockText(block.node).length);
      }
    }
  });

  test("tells what a person should look at", () => {
    const { findings } = imported(rawDocument, builtIn);
    expect(findings.map(({ kind, side }) => `${kind} ${side}`)).toEqual([
      "title-missing de",
      "dateline-glued en",
      "paragraphs-projected en",
      "glued-words en",
    ]);
  });
});

test("tells a kicker above the headline, and credits below the text, from the text, on the side that has them", () => {
  const result = imported(
    ["WIRTSCHAFT", "Die gesperrte Brücke", ...german, "Foto: Mette Holm", ...english].join("\n"),
  );
  expect(result.roles.map(({ side, role, text }) => [side, role, text])).toEqual([
    ["de", "kicker", "WIRTSCHAFT"],
    ["de", "title", "Die gesperrte Brücke"],
    ["de", "credit", "Foto: Mette Holm"],
  ]);
  expect(result.article.sides.de.frontMatter).toMatchObject({
    kicker: "WIRTSCHAFT",
    signature: ["Foto: Mette Holm"],
  });
  expect(links(result)).toEqual(sevenPairs);
});

describe("unusual documents", () => {
  test.each([
    ["the English half first", [...english, ...german].join("\n")],
    ["no label, no headline", [...german, ...english].join("\n\n")],
    ["mixed line ends", `${german.join("\r\n")}\r${english.join("\n")}\r\n`],
    ["no paragraph breaks", `${german.join(" ")}\n${english.join(" ")}`],
    ["no line break at all", [...german, ...english].join(" ")],
    [
      "lines of both languages in turn",
      german.map((line, index) => `${line}\n${english[index]}`).join("\n"),
    ],
    ["rules between the parts", [...german, "* * *", ...english].join("\n")],
    ["umlauts as two characters", [...german, ...english].join("\n").normalize("NFD")],
  ])("are read with %s", (_, text) => {
    expect(links(imported(text))).toEqual(sevenPairs);
  });

  test("are read with every line wrapped at the same width", () => {
    const wrap = (paragraph: string) => paragraph.replace(/(.{40,58})\s/gu, "$1\n");
    const result = imported([...german, ...english].map(wrap).join("\n\n"));
    expect(links(result)).toEqual(sevenPairs);
    expect(result.rows).toHaveLength(3);
  });

  test("keep asterisks and underscores as the text they are", () => {
    const starred = german.with(
      2,
      "Heute fährt *wieder* eine Fähre_, wenn auch nur am Tag. Man hat sich daran gewöhnt.",
    );
    expect(imported([...starred, ...english].join("\n")).sentences.de[5]).toBe(
      "Heute fährt *wieder* eine Fähre_, wenn auch nur am Tag.",
    );
  });

  test("name words that are stuck together, and a word that stands twice", () => {
    const flawed = [
      german[0]?.replace("die Fahrer", "derDer Fahrer"),
      ...german.slice(1),
      ...english.slice(0, 2),
      english[2]?.replace("grown used", "grown grown used"),
    ].join("\n");
    const { findings } = imported(flawed, builtIn);
    expect(findings.filter(({ sentence }) => sentence !== null)).toMatchObject([
      { kind: "glued-words", side: "de", sentence: 1, text: "derDer" },
      { kind: "double-word", side: "en", sentence: 6, text: "grown grown" },
    ]);
  });

  test("name a sentence that only one side has", () => {
    const extra =
      "The ferry company Nordlink in Trelleborg declined to answer our 14 questions about the contract. ";
    const longer = english.with(2, extra + english[2]);
    expect(imported([...german, ...longer].join("\n")).findings).toContainEqual({
      kind: "unpaired",
      side: "en",
      sentence: 5,
      text: extra.trim(),
    });
  });
});

describe("what cannot be imported", () => {
  test.each([
    ["an empty file", "", "empty"],
    ["a file of white space", " \n\t\r\n\uFEFF ", "empty"],
    ["German alone", german.join("\n"), "only-german"],
    ["German twice", [...german, ...german].join("\n"), "only-german"],
    [
      "German under an English headline",
      ["The Bridge and the Ferry", ...german].join("\n"),
      "only-german",
    ],
    ["English alone", english.join("\n"), "only-english"],
    [
      "another language",
      "Le pont est fermé depuis hier. Personne ne sait pourquoi les bateaux ne sont pas revenus.",
      "no-german-or-english",
    ],
    ["numbers", "1 2 3\n4 5 6\n", "no-german-or-english"],
    ["a text with a zero character", `${rawDocument}\0`, "binary"],
  ])("%s is refused with its reason", (_, text, reason) => {
    expect(read(text)).toEqual({ ok: false, reason });
  });

  test("twenty megabytes are refused before they are read", () => {
    const bytes = new TextEncoder().encode(
      `${rawDocument}\n`.repeat(Math.ceil(20_000_000 / rawDocument.length)),
    );
    const start = performance.now();
    expect(readRawText(bytes)).toEqual({ ok: false, reason: "too-large" });
    expect(performance.now() - start).toBeLessThan(100);
  });
});

/** How often each character that is not white space occurs; a soft hyphen is none, it goes where a cut word is whole again. */
function characters(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of texts
    .join("")
    .normalize("NFC")
    .replace(/[\s\u00AD]/gu, "")) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}

function everything(result: Imported): string[] {
  return [
    ...result.sentences.de,
    ...result.sentences.en,
    ...result.roles.map(({ text }) => text),
    ...result.leftOvers.map(({ text }) => text),
  ];
}

test("whatever happens to a document, each character is in a sentence, a role or the left-overs, once", () => {
  const pieces = rawDocument.split(/(?<=\s)/u);
  const damage = fc.oneof(
    fc.constantFrom(
      "\n",
      "\r\n",
      "\r",
      " ",
      "\n\n",
      "\u2028",
      "DEUTSCH\n",
      "* * *\n",
      "6. April 2025 – ",
      "Von Per Lindqvist ",
      "(",
      "derDer",
      "\u00AD",
      "😀",
      "e\u0301",
      "# ",
      "U.S. ",
    ),
    fc.string({ unit: "grapheme-ascii", maxLength: 5 }),
  );
  const edit = fc.record({ at: fc.nat(pieces.length), remove: fc.nat(30), insert: damage });
  let readable = 0;
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), fc.nat(pieces.length), (edits, turn) => {
      const damaged = [...pieces];
      for (const { at, remove, insert } of edits) damaged.splice(at, remove, insert);
      const text = [...damaged.slice(turn), ...damaged.slice(0, turn)].join("");
      const result = read(text);
      if (!result.ok) return;
      readable += 1;
      expect(characters(everything(result))).toEqual(characters([text]));
      for (const language of languages) {
        // Each in exactly one bead; a moved sentence stands in a bead that crosses others.
        const inBeads = result.beads.flatMap((bead) => bead[language]);
        expect(inBeads.toSorted((one, other) => one - other)).toEqual(
          result.sentences[language].map((__, index) => index),
        );
        expect(result.rows.flatMap((row) => row[language])).toEqual(
          result.sentences[language].map((__, index) => index),
        );
        expect(
          frontMatterSchema.safeParse(result.article.sides[language].frontMatter).success,
        ).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
  expect(readable).toBeGreaterThan(50);
});

/** Proposed rows joined with those they were divided from. */
function rowsOfTheText({ rows }: Imported) {
  const whole: { de: number[]; en: number[] }[] = [];
  for (const { de, en, isProposed } of rows) {
    const last = whole.at(-1);
    if (isProposed && last) {
      last.de.push(...de);
      last.en.push(...en);
    } else whole.push({ de: [...de], en: [...en] });
  }
  return whole;
}

describe("the seed-like document", () => {
  const folder = new URL("../../e2e/fixtures/seed-like/", import.meta.url);
  const gold: Pick<Imported, "titles" | "roles" | "sentences" | "rows"> = JSON.parse(
    readFileSync(new URL("gold.json", folder), "utf8"),
  );

  test.each([
    "document.txt",
    "unusual/mixed-line-ends.txt",
    "unusual/utf-16le.txt",
    "unusual/utf-16be-no-bom.txt",
    "unusual/windows-1252.txt",
  ])("is read as a person reads it: %s", (file) => {
    const result = readRawText(readFileSync(new URL(file, folder)));
    if (!result.ok) throw new Error(`refused: ${result.reason}`);
    expect({ ...result, rows: rowsOfTheText(result) }).toMatchObject(gold);
  });

  test("shows a person its flaws", () => {
    const result = readRawText(readFileSync(new URL("document.txt", folder)));
    if (!result.ok) throw new Error(`refused: ${result.reason}`);
    const told = result.findings.map(({ kind, side, text }) => `${kind} ${side} ${text}`);
    expect(told).toEqual(
      expect.arrayContaining([
        "glued-words en May,3",
        "glued-words de derDer",
        "double-word en win win",
        "name-diacritics en Duskova",
        "no-break-space de 10 %",
      ]),
    );
  });

  test("gets rows of a readable length, those that the document does not have marked as proposed", () => {
    const result = readRawText(readFileSync(new URL("document.txt", folder)));
    if (!result.ok) throw new Error(`refused: ${result.reason}`);
    expect(Math.max(...result.rows.map(({ de }) => de.length))).toBeLessThan(10);
    const { article } = readVersion(writeVersion(result.article));
    expect(article.rows.map((row) => row.isProposed === true)).toEqual(
      result.rows.map((row) => row.isProposed === true),
    );
    expect(article.rows.some((row) => row.isProposed)).toBe(true);
  });

  test.each(["unusual/english-first.txt", "unusual/no-paragraph-breaks.txt"])(
    "has the same sentences in the same pairs: %s",
    (file) => {
      const result = readRawText(readFileSync(new URL(file, folder)));
      const pairs = gold.sentences.de.map((_, index) => ({ de: [index], en: [index] }));
      expect(result).toMatchObject({ sentences: gold.sentences, beads: pairs });
    },
  );
});
