// @vitest-environment jsdom
import { getSchema } from "@tiptap/core";
import { DOMParser as DocumentParser } from "@tiptap/pm/model";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Article, Block, Sentence } from "@/core/article/article";
import { blockText, type ContentNode } from "@/core/article/content";
import { generatedBlocks } from "@/core/article/generated-content";
import { type Language, languages } from "@/core/article/language";
import { splitBlock } from "@/core/article/split-block";
import { docToBlocks } from "./article-to-doc";
import { renderSide } from "./render-html";
import { articleExtensions } from "./schema/article-extensions";

// Hundreds of articles are rendered and parsed: on a busy machine that takes more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

function text(value: string, ...marks: NonNullable<ContentNode["marks"]>): ContentNode {
  return marks.length > 0 ? { type: "text", text: value, marks } : { type: "text", text: value };
}

function paragraph(...content: ContentNode[]): ContentNode {
  return { type: "paragraph", content };
}

/** An article with a row for each block, German blocks beside English ones, and a bead for each pair of sentences. */
function articleOf(de: readonly ContentNode[], en: readonly ContentNode[] = []): Article {
  const sides = { de: sideOf("de", de), en: sideOf("en", en) };
  const count = Math.max(de.length, en.length);
  const sentences = (language: Language) =>
    sides[language].blocks.flatMap((block) => block.sentences.map(({ id }) => id));
  const beadCount = Math.max(sentences("de").length, sentences("en").length);
  return {
    sides,
    beads: Array.from({ length: beadCount }, (_, index) => ({
      de: sentences("de").slice(index, index + 1),
      en: sentences("en").slice(index, index + 1),
      probability: 1 / (index + 1),
      status: "proposed",
    })),
    rows: Array.from({ length: count }, (_, index) => ({
      id: `r${index + 1}`,
      de: sides.de.blocks.slice(index, index + 1).map(({ id }) => id),
      en: sides.en.blocks.slice(index, index + 1).map(({ id }) => id),
    })),
  };
}

function sideOf(language: Language, nodes: readonly ContentNode[]): Article["sides"]["de"] {
  const letter = language.charAt(0);
  let sentenceNumber = 0;
  const blocks = nodes.map((node, index): Block => {
    let end = 0;
    const sentences = splitBlock(node, language).map((sentence): Sentence => {
      sentenceNumber += 1;
      end += sentence.length;
      return { id: `${letter}s${sentenceNumber}`, start: end - sentence.length, end };
    });
    return { id: `${letter}b${index + 1}`, node, sentences, mergedIds: [] };
  });
  const next = { block: nodes.length + 1, sentence: sentenceNumber + 1 };
  return { language, frontMatter: {}, blocks, tombstones: [], next };
}

/** The side as a browser reads it. */
function domOf(article: Article, language: Language = "de"): HTMLElement {
  const section = document.createElement("section");
  section.innerHTML = renderSide(article, language);
  return section;
}

/** The text of a block, read from the DOM by the contract: text blocks joined by "\n", `[data-leaf]` is nothing. */
function readText(block: Element): string {
  const textBlocks = block.matches("[data-text]")
    ? [block]
    : [...block.querySelectorAll("[data-text]")];
  return textBlocks.map(readInline).join("\n");
}

function readInline(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element && node.matches("[data-leaf]")) return "";
  if (node instanceof Element && node.localName === "br") return "\n";
  return [...node.childNodes].map(readInline).join("");
}

test("read back by the contract of the page, the text is the article's, block by block and sentence by sentence", () => {
  fc.assert(
    fc.property(generatedBlocks, generatedBlocks, (de, en) => {
      const article = articleOf(de, en);
      for (const language of languages) {
        const section = domOf(article, language);
        expect(section.querySelectorAll(":scope > .row")).toHaveLength(article.rows.length);
        for (const { id, node, sentences } of article.sides[language].blocks) {
          const block = section.querySelector(`[data-block="${id}"]`);
          if (!block) throw new Error(`No element for ${id}`);
          const whole = blockText(node);
          expect(readText(block)).toBe(whole);
          for (const sentence of sentences) {
            const spans = [...block.querySelectorAll(`[data-sentence="${sentence.id}"]`)];
            const words = whole.slice(sentence.start, sentence.end);
            expect(spans.map(readInline).join("").replace(/\n/g, "")).toBe(
              words.replace(/\n/g, ""),
            );
          }
        }
      }
    }),
    { numRuns: 100 },
  );
});

test("every row stands on both sides, also where one has nothing to say", () => {
  const article = articleOf(
    [paragraph(text("Eins.")), paragraph(text("Zwei."))],
    [paragraph(text("One."))],
  );
  const [de, en] = [domOf(article, "de"), domOf(article, "en")];
  const rows = (section: HTMLElement) =>
    [...section.children].map((row) => [row.id, row.getAttribute("data-row"), readInline(row)]);
  expect(rows(de)).toEqual([
    ["r1", "r1", "1Eins."],
    ["r2", "r2", "2Zwei."],
  ]);
  expect(rows(en)).toEqual([
    ["r1-en", "r1", "One."],
    ["r2-en", "r2", ""],
  ]);
  expect(en.querySelector("#r2-en > .cell")?.childNodes).toHaveLength(0);
  expect(de.querySelector(".row-number")?.getAttribute("href")).toBe("#r1");
});

test("a sentence is one span, with its marks inside, and names its bead", () => {
  const node = paragraph(
    text("Ein "),
    text("guter", { type: "bold" }),
    text(" Satz. Noch ", { type: "italic" }),
    text("einer."),
  );
  const { innerHTML } = domOf(articleOf([node], [paragraph(text("One. Two."))]));
  expect(innerHTML).toBe(
    '<div class="row" data-row="r1" id="r1" data-confidence="0.50"><a class="row-number" href="#r1">1</a>' +
      '<div class="cell"><p data-block="db1" data-text=""><span data-sentence="ds1" id="ds1" data-bead="0">Ein ' +
      "<strong>guter</strong><em> Satz. </em></span>" +
      '<span data-sentence="ds2" id="ds2" data-bead="1"><em>Noch </em>einer.</span></p></div></div>',
  );
});

test("elements without content are closed: what follows them stays outside", () => {
  const empty: ContentNode[] = [
    {
      type: "figure",
      attrs: { src: "/a.svg", alt: "A", credit: null },
      content: [{ type: "figureCaption" }],
    },
    { type: "horizontalRule" },
    { type: "codeBlock", attrs: { language: null } },
    { type: "heading", attrs: { level: 1 } },
    { type: "blockquote", content: [{ type: "paragraph" }] },
    { type: "callout", attrs: { tone: "tip" }, content: [{ type: "paragraph" }] },
    paragraph(text("Ende.")),
  ];
  const section = domOf(articleOf(empty));
  const cells = [...section.querySelectorAll(".row > .cell")];
  expect(cells.map((cell) => [...cell.children].map(({ localName }) => localName))).toEqual(
    ["figure", "hr", "pre", "h2", "blockquote", "aside", "p"].map((name) => [name]),
  );
  expect(section.children).toHaveLength(empty.length);
});

const attack = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&quot;{}`;

test("nothing in a text or an attribute becomes an element or a script", () => {
  const article = articleOf([
    paragraph(
      text(attack),
      text(attack, {
        type: "link",
        attrs: { href: `https://example.org/${attack}`, title: attack },
      }),
      text(attack, { type: "term", attrs: { gloss: attack } }),
      text(attack, { type: "code" }),
      { type: "footnoteReference", attrs: { label: attack } },
      { type: "footnoteReference", attrs: { label: `${attack}2` } },
    ),
    {
      type: "figure",
      attrs: { src: `/${attack}`, alt: attack, credit: attack },
      content: [{ type: "figureCaption", content: [text(attack)] }],
    },
    { type: "codeBlock", attrs: { language: attack }, content: [text(attack)] },
    { type: "verbatim", content: [text(attack)] },
    { type: "callout", attrs: { tone: attack }, content: [paragraph(text(attack))] },
    {
      type: "orderedList",
      attrs: { start: 7 },
      content: [{ type: "listItem", content: [paragraph(text("x"))] }],
    },
    { type: "footnote", attrs: { label: attack }, content: [paragraph(text(attack))] },
  ]);
  const section = domOf(article);
  const names = new Set([...section.querySelectorAll("*")].map(({ localName }) => localName));
  expect([...names].toSorted()).toEqual([
    "a",
    "aside",
    "code",
    "dfn",
    "div",
    "figcaption",
    "figure",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "small",
    "span",
    "sup",
  ]);
  const attributes = [...section.querySelectorAll("*")].flatMap((element) =>
    element.getAttributeNames(),
  );
  expect(attributes.filter((name) => name.startsWith("on"))).toEqual([]);
  expect(section.querySelectorAll("img")).toHaveLength(1);
  expect(section.querySelector("dfn")?.dataset.gloss).toBe(attack);
  expect(section.querySelector("img")?.alt).toBe(attack);
});

test.each(["javascript:alert(1)", " javascript:alert(1)", "//example.org", "data:text/html,x"])(
  "an address %j is not rendered, though the words are",
  (href) => {
    const link = text("hier", { type: "link", attrs: { href, title: null } });
    const figure: ContentNode = {
      type: "figure",
      attrs: { src: href, alt: "", credit: null },
      content: [{ type: "figureCaption" }],
    };
    const section = domOf(articleOf([paragraph(link), figure]));
    expect(section.querySelector("p a")?.getAttribute("href")).toBe(null);
    expect(section.querySelector("p")?.textContent).toBe("hier");
    expect(section.querySelector("img")?.hasAttribute("src")).toBe(false);
  },
);

test("links elsewhere give nothing away, links on the site stay plain", () => {
  const link = (href: string) => text(href, { type: "link", attrs: { href, title: null } });
  const section = domOf(
    articleOf([paragraph(link("https://example.org"), text(" "), link("/de"))]),
  );
  expect([...section.querySelectorAll("p a")].map((a) => a.getAttribute("rel"))).toEqual([
    "noopener noreferrer nofollow ugc",
    null,
  ]);
});

test("a footnote's number leads to the note and back; ids differ between the sides", () => {
  const nodes = [
    paragraph(
      text("Eins."),
      { type: "footnoteReference", attrs: { label: "b" } },
      { type: "footnoteReference", attrs: { label: "a" } },
      { type: "footnoteReference", attrs: { label: "b" } },
    ),
    ...["a", "b", "c"].map((label): ContentNode => {
      return { type: "footnote", attrs: { label }, content: [paragraph(text(`Note ${label}.`))] };
    }),
  ];
  const article = articleOf(nodes, nodes);
  const page = document.createElement("main");
  page.append(domOf(article, "de"), domOf(article, "en"));
  const ids = [...page.querySelectorAll("[id]")].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const references = [...page.querySelectorAll("section:first-child sup a")];
  expect(references.map((a) => [a.textContent, a.getAttribute("href")])).toEqual([
    ["2", "#de-note-2"],
    ["1", "#de-note-1"],
    ["2", "#de-note-2"],
  ]);
  for (const link of page.querySelectorAll<HTMLAnchorElement>("[data-leaf] a, a[data-leaf]")) {
    expect(page.querySelector(link.getAttribute("href") ?? "")).not.toBe(null);
  }
  expect(page.querySelector("#de-note-3 > [data-leaf]")?.localName).toBe("span");
});

test("the highest heading of a side is h2, whatever level it was written in", () => {
  const levels = [3, 4, 6].map((level): ContentNode => {
    return { type: "heading", attrs: { level }, content: [text("T")] };
  });
  const section = domOf(articleOf(levels));
  expect([...section.querySelectorAll("h2, h3, h4, h5, h6")].map((h) => h.localName)).toEqual([
    "h2",
    "h3",
    "h5",
  ]);
});

test("a block names those that were merged into it", () => {
  const article = articleOf([paragraph(text("Eins."))]);
  const [block] = article.sides.de.blocks;
  if (!block) throw new Error("No block");
  const blocks = [{ ...block, mergedIds: ["db7", "db8"] }];
  const merged = { ...article, sides: { ...article.sides, de: { ...article.sides.de, blocks } } };
  expect(domOf(merged).querySelector("p")?.dataset.merged).toBe("db7 db8");
});

test("the schema reads its document back from the page", () => {
  const parser = DocumentParser.fromSchema(getSchema(articleExtensions));
  fc.assert(
    fc.property(generatedBlocks, (nodes) => {
      const article = articleOf(nodes.filter(({ type }) => type !== "heading"));
      const blocks = docToBlocks(parser.parse(domOf(article)).toJSON());
      expect(blocks).toEqual(article.sides.de.blocks.map(({ id, node }) => ({ id, node })));
    }),
    { numRuns: 100 },
  );
});

test("a thousand rows are rendered whole", () => {
  const sentence =
    "Ein Satz, der so lang ist, wie Sätze in Zeitungen eben sind, also ungefähr so. ";
  const nodes = Array.from({ length: 1000 }, () =>
    paragraph(text(sentence.repeat(2)), text(sentence, { type: "italic" }), text(sentence)),
  );
  const article = articleOf(nodes);
  const html = renderSide(article, "de");
  expect(html.match(/data-sentence/g)).toHaveLength(4000);
});
