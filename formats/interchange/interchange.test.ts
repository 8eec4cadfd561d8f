import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { Article, Bead } from "@/core/article/article";
import type { ContentNode } from "@/core/article/content";
import { generatedBlocks } from "@/core/article/generated-content";
import { writeTmx } from "../tmx/write-tmx";
import { writeTsv } from "../tsv/tsv";
import { readVersion } from "../version/read-version";
import { writeVersion } from "../version/write-version";
import { writeOldXliff, writeXliff } from "../xliff/write-xliff";
import { articleOfFile, mergeFile, readSegments } from "./interchange";

// Hundreds of articles are written and read: on a busy machine that takes more than the usual five seconds.
vi.setConfig({ testTimeout: 120_000 });

const formats = {
  tmx: writeTmx,
  xliff: (article: Article) => writeXliff(article, "article"),
  xliff12: (article: Article) => writeOldXliff(article, "article"),
  tsv: writeTsv,
} as const;
type Format = keyof typeof formats;
const all: readonly Format[] = ["tmx", "xliff", "xliff12", "tsv"];
const whole: readonly Format[] = ["tmx", "xliff", "xliff12"];

const bytes = (text: string) => new TextEncoder().encode(text);

const german =
  "Der **Hafen** friert selten zu. Im Januar lagen dort 14 Schiffe.\n\nAnna Berg zählt die Möwen.";
const english =
  "The **harbour** seldom freezes. In January 14 ships lay there.\n\nAnna Berg counts the gulls.";

function sample(change: (bead: Bead, index: number) => Bead = (bead) => bead): Article {
  const { article } = readVersion({
    de: `---\ntitle: Winter\n---\n\n${german}`,
    en: `---\ntitle: Winter & Sea\n---\n\n${english}`,
    alignment: null,
  });
  return { ...article, beads: article.beads.map(change) };
}

function merged(article: Article, text: string): Article {
  const result = mergeFile(article, bytes(text));
  if (!result.ok) throw new Error(`${result.reason} ${JSON.stringify(result.values)}`);
  return result.article;
}

describe.each(all)("%s", (format) => {
  const write = formats[format];

  test("written and read back into its article changes nothing, whatever is in it", () => {
    fc.assert(
      fc.property(articles, (article) => {
        const result = mergeFile(article, bytes(write(article)));
        expect(result).toMatchObject({ ok: true, changed: [], missing: 0 });
        expect(result.ok && result.article).toEqual(article);
      }),
      { numRuns: 25 },
    );
  });

  test("brings words back that were changed elsewhere: the marks stay, ids stay, and what was verified says so", () => {
    const article = sample((bead, index) =>
      index === 0 ? { ...bead, status: "verified", probability: 1 } : bead,
    );
    const changed = write(article)
      .replace(
        "The harbour seldom freezes.",
        "The port rarely freezes &amp; thaws.".replace("&amp;", format === "tsv" ? "&" : "&amp;"),
      )
      .replace("Anna Berg zählt die Möwen.", "Anna Berg zählt Möwen.");
    const after = merged(article, changed);
    expect(writeVersion(after).en).toContain("The port rarely freezes & thaws. In January");
    expect(writeVersion(after).de).toContain("Anna Berg zählt Möwen.");
    expect(after.sides.en.blocks.map(({ sentences }) => sentences.map(({ id }) => id))).toEqual(
      article.sides.en.blocks.map(({ sentences }) => sentences.map(({ id }) => id)),
    );
    expect(after.beads.map(({ status }) => status)).toEqual([
      "text-changed",
      "proposed",
      "proposed",
    ]);
    expect(readVersion(writeVersion(after)).article).toEqual(after);
  });

  test("brings a headline back", () => {
    const changed = write(sample()).replace(/Winter (?:&amp;|&) Sea/u, "Winter at Sea");
    expect(merged(sample(), changed).sides.en.frontMatter.title).toBe("Winter at Sea");
  });

  test("brings a translation for a sentence that had none", () => {
    const article = sample();
    const lonely = {
      ...article,
      beads: article.beads.flatMap((bead, index): Bead[] =>
        index === 1
          ? [
              { ...bead, en: [] },
              { ...bead, de: [] },
            ]
          : [bead],
      ),
    };
    const [, segment] = readSegmentsOf(write(lonely)).filter(({ id }) => id?.startsWith("ds"));
    expect(segment).toMatchObject({ de: "Im Januar lagen dort 14 Schiffe.", en: "" });
    const line = fillIn(format, write(lonely), "In January fourteen ships were there.");
    const after = merged(lonely, line);
    expect(writeVersion(after).en).toContain(
      "seldom freezes. In January fourteen ships were there.",
    );
    expect(readVersion(writeVersion(after)).article).toEqual(after);
  });

  test("names the line of what it does not know, and changes nothing", () => {
    const text = write(sample()).replaceAll("ds3-es3", "ds77-es3");
    expect(mergeFile(sample(), bytes(text))).toEqual({
      ok: false,
      reason: "segment-unknown",
      values: { id: "ds77-es3", line: expect.any(Number), column: expect.any(Number) },
    });
  });

  test("names the line of an id that comes twice, and of a segment that lost its words", () => {
    const twice = write(sample()).replaceAll("ds3-es3", "ds1-es1");
    expect(mergeFile(sample(), bytes(twice))).toMatchObject({ ok: false, reason: "segment-twice" });
    const empty = write(sample()).replace("Anna Berg counts the gulls.", "");
    expect(mergeFile(sample(), bytes(empty))).toMatchObject({
      ok: false,
      reason: "segment-emptied",
    });
  });

  test("leaves locked words alone", () => {
    const locked = sample((bead) => ({ ...bead, isLocked: true }));
    const text = write(locked).replace("counts the gulls", "counts gulls");
    expect(mergeFile(locked, bytes(text))).toMatchObject({ ok: false, reason: "segment-locked" });
  });
});

/** Puts the missing English sentence in the way each format has for it. */
function fillIn(format: Format, text: string, sentence: string): string {
  const known = "Im Januar lagen dort 14 Schiffe.";
  if (format === "tsv") return text.replace(`${known}\t\t`, `${known}\t${sentence}\t`);
  if (format === "tmx")
    return text.replace(
      `<seg>${known}</seg></tuv>`,
      `<seg>${known}</seg></tuv><tuv xml:lang="en"><seg>${sentence}</seg></tuv>`,
    );
  return text.replace(new RegExp(`(${known}</source>\\s*<target[^>]*>)`, "u"), `$1${sentence}`);
}

function readSegmentsOf(text: string) {
  const file = readSegments(bytes(text));
  if (!file.ok) throw new Error(file.reason);
  return file.segments;
}

describe.each(whole)("%s alone", (format) => {
  const write = formats[format];

  test("is the article it was written from, whatever is in it", () => {
    fc.assert(
      fc.property(articles, (article) => {
        expect(articleOfFile(bytes(write(article)))).toMatchObject({ ok: true, article });
      }),
      { numRuns: 25 },
    );
  });

  test("carries notes", () => {
    const notes = new Map([["ds1-es1", ["Ist <das> richtig?"]]]);
    const text =
      format === "tmx"
        ? writeTmx(sample(), notes)
        : (format === "xliff" ? writeXliff : writeOldXliff)(sample(), "a", notes);
    expect(readSegmentsOf(text).find(({ id }) => id === "ds1-es1")?.notes).toEqual([
      "Ist <das> richtig?",
    ]);
  });
});

test("a state that a translator set to final verifies a bead, and one that was taken back asks for another look", () => {
  const open = writeXliff(sample(), "a").replaceAll('state="translated"', 'state="final"');
  expect(merged(sample(), open).beads.map(({ status }) => status)).toEqual([
    "verified",
    "verified",
    "verified",
  ]);
  const verified = sample((bead) => ({ ...bead, status: "verified", probability: 1 }));
  const back = writeOldXliff(verified, "a").replaceAll(
    'state="final"',
    'state="needs-review-translation"',
  );
  expect(merged(verified, back).beads.map(({ status }) => status)).toEqual(
    Array(3).fill("needs-review"),
  );
});

test("fifty thousand units of nobody's are refused at the first, in bounded time", () => {
  const unit = (n: number) =>
    `<unit id="u${n}"><segment id="s${n}"><source>Ja.</source><target>Yes.</target></segment></unit>`;
  const text = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="de" trgLang="en"><file id="f">${Array.from({ length: 50_000 }, (_, n) => unit(n)).join("\n")}</file></xliff>`;
  expect(mergeFile(sample(), bytes(text))).toMatchObject({
    reason: "segment-unknown",
    values: { id: "s0", line: 1 },
  });
});

test.each([
  ["broken XML", "<tmx><body><tu>", "xml-damaged"],
  ["a document type with entities", `<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>`, "xml-entities"],
  [
    "an entity of a file in XLIFF 2",
    `<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]><xliff version="2.0" srcLang="de" trgLang="en"><file id="f"><unit id="u"><segment><source>&x;</source><target>No.</target></segment></unit></file></xliff>`,
    "xml-entities",
  ],
  [
    "an entity of a document type in XLIFF 1.2",
    `<!DOCTYPE xliff [<!ENTITY x "Ja.">]><xliff version="1.2"><file source-language="de" target-language="en" original="a" datatype="plaintext"><body><trans-unit id="u"><source>&x;</source><target>Yes.</target></trans-unit></body></file></xliff>`,
    "xml-entities",
  ],
  [
    "an entity that nobody defined",
    `<tmx version="1.4"><header srclang="de"/><body><tu><tuv xml:lang="de"><seg>&nichts;</seg></tuv><tuv xml:lang="en"><seg>No.</seg></tuv></tu></body></tmx>`,
    "xml-damaged",
  ],
  ["a table without ids", "de\ten\nJa.\tYes.\n", "not-this-format"],
  [
    "other languages",
    `<xliff version="2.0" srcLang="fr" trgLang="it"><file id="f"><unit id="u"><segment><source>Oui.</source></segment></unit></file></xliff>`,
    "no-pairs",
  ],
])("%s is refused", (_, text, reason) => {
  expect(mergeFile(sample(), bytes(text))).toMatchObject({ ok: false, reason });
});

test("the document type that other programs write into TMX, further languages and codes within a segment change nothing", () => {
  const written = writeTmx(sample());
  const declared = written
    .replaceAll("</tu>", '<tuv xml:lang="fr"><seg>Rien<ph x="1">{1}</ph>.</seg></tuv></tu>')
    .replace(
      "Anna Berg counts",
      '<bpt i="1">&lt;b&gt;</bpt>Anna<ept i="1">&lt;/b&gt;</ept> Berg counts',
    );
  expect(declared).toContain("<!DOCTYPE tmx SYSTEM");
  expect(declared).toContain('xml:lang="fr"');
  expect(declared).toContain("<bpt");
  const result = mergeFile(sample(), bytes(declared));
  expect(result).toMatchObject({ ok: true, changed: [], missing: 0 });
});

test.each(whole)(
  "rows of %s that refer to nothing leave the article as it was, and say where they stand",
  (format) => {
    const article = sample();
    const before = structuredClone(article);
    const other = formats[format](article).replaceAll("ds1", "ds99");
    const result = mergeFile(article, bytes(other.replaceAll("Anna Berg zählt", "Anna zählt")));
    expect(result).toMatchObject({ ok: false, values: { line: expect.any(Number) } });
    expect(article).toEqual(before);
  },
);

/** Articles with everything that blocks can hold, aligned by the machine, some of their beads verified. */
const articles = fc
  .record({
    de: generatedBlocks,
    en: generatedBlocks,
    verified: fc.nat(7),
    title: fc.constantFrom("Titel", 'A < B & "C"'),
  })
  .map(({ de, en, verified, title }): Article => {
    const side = (language: "de" | "en", nodes: readonly ContentNode[]) => ({
      language,
      frontMatter: { title },
      blocks: nodes.map((node, index) => ({
        id: `${language.charAt(0)}b${index + 1}`,
        node,
        sentences: [],
        mergedIds: [],
      })),
      tombstones: [],
      next: { block: nodes.length + 1, sentence: 1 },
    });
    const bare = { sides: { de: side("de", de), en: side("en", en) }, beads: [], rows: [] };
    const { article } = readVersion({ ...writeVersion(bare), alignment: null });
    const beads = article.beads.map(
      (bead, index): Bead =>
        (index + verified) % 3 === 0 ? { ...bead, status: "verified", probability: 1 } : bead,
    );
    return { ...article, beads };
  });
