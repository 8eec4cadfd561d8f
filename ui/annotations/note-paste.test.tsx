// @vitest-environment jsdom
import { Editor } from "@tiptap/core";
import naughtyStrings from "big-list-of-naughty-strings/blns.json";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { noteDocumentSchema } from "@/core/annotation/note-document";
import { noteText } from "@/core/annotation/note-text";
import { mentionExtension, noteExtensions } from "@/document/note/note-extensions";
import { toNoteDocument } from "@/document/note/to-note-document";
import { NoteBody } from "./note-body";

// jsdom has none; what is pasted here comes as markup, not as an event.
vi.stubGlobal("ClipboardEvent", Event);

let editor: Editor;

beforeEach(() => {
  const element = document.createElement("div");
  document.body.replaceChildren(element);
  editor = new Editor({ element, extensions: [...noteExtensions, mentionExtension({})] });
});

afterEach(() => editor.destroy());

/** What is read after somebody pasted it, as elements, and the note that is stored. */
function pasted(html: string) {
  editor.commands.clearContent();
  editor.view.pasteHTML(html);
  const result = toNoteDocument(editor.getJSON());
  if (!result.ok) throw new Error(`Not a note: ${result.reason}`);
  expect(noteDocumentSchema.safeParse(result.note).success).toBe(true);
  const markup = renderToStaticMarkup(<NoteBody note={result.note} />);
  const shown = new DOMParser().parseFromString(markup, "text/html").body;
  return { note: result.note, markup, shown };
}

const allowed = "p, ul, ol, li, blockquote, br, strong, em, code, a, span";

function expectHarmless(shown: HTMLElement) {
  for (const element of shown.querySelectorAll("*")) {
    expect(element.matches(allowed), element.outerHTML).toBe(true);
    for (const { name } of element.attributes) {
      expect(["href", "target", "rel", "start", "class"], element.outerHTML).toContain(name);
    }
    const href = element.getAttribute("href");
    if (href !== null) expect(href).toMatch(/^(https?:\/\/|mailto:)/i);
  }
}

describe("what is pasted from", () => {
  test("Word keeps its words, bold, italic, links and lists, and none of its styles", () => {
    const { markup, shown } = pasted(`
      <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
      <head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt;} --></style>
      <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
      <body lang=DE style='tab-interval:35.4pt'><!--StartFragment-->
      <p class=MsoNormal style='margin-bottom:8pt'><b style='mso-bidi-font-weight:normal'>Rohstoffpolitik</b>
      <span style='font-family:"Calibri",sans-serif;color:#C00000'>ist </span><i>mehr</i> als <a href="https://example.org/mine"><span
      style='color:#0563C1'>eine Mine</span></a>.<o:p></o:p></p>
      <p class=MsoListParagraphCxSpFirst style='text-indent:-18pt;mso-list:l0 level1 lfo1'>erstens<o:p></o:p></p>
      <!--EndFragment--></body></html>`);
    expectHarmless(shown);
    expect(shown.querySelector("strong")?.textContent).toBe("Rohstoffpolitik");
    expect(shown.querySelector("em")?.textContent).toBe("mehr");
    expect(shown.querySelector("a")?.getAttribute("href")).toBe("https://example.org/mine");
    expect(shown.textContent).toContain("erstens");
    expect(markup).not.toMatch(/mso|style|Calibri|WordDocument|margin/i);
  });

  test("Google Docs is not bold as a whole, and its marks are those it shows", () => {
    const { shown, note } = pasted(`
      <meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-6c1b0d4e-7fff-2b9a"><p dir="ltr" style="line-height:1.38;margin-top:0pt"><span
      style="font-size:11pt;font-family:Arial;font-weight:700;font-style:normal">Kern</span><span style="font-size:11pt;font-weight:400"> und </span><span
      style="font-size:11pt;font-weight:400;font-style:italic">Schale</span></p><ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc" aria-level="1"><p
      dir="ltr" role="presentation"><span style="font-weight:400">eins</span></p></li></ul></b><br class="Apple-interchange-newline">`);
    expectHarmless(shown);
    expect([...shown.querySelectorAll("strong")].map((one) => one.textContent)).toEqual(["Kern"]);
    expect([...shown.querySelectorAll("em")].map((one) => one.textContent)).toEqual(["Schale"]);
    expect(shown.querySelector("li")?.textContent).toBe("eins");
    expect(noteText(note)).toContain("Kern und Schale");
  });
});

describe("what is pasted to do harm", () => {
  test("is words or nothing: all markup of the big list of naughty strings", () => {
    const markup = naughtyStrings.filter((text) => text.includes("<"));
    expect(markup.length).toBeGreaterThan(100);
    for (const text of markup) expectHarmless(pasted(text).shown);
    expect(document.querySelectorAll("script, iframe, object, embed, svg, form")).toHaveLength(0);
  });

  test("is shown letter for letter where it is text", () => {
    for (const text of naughtyStrings) {
      const note = {
        type: "doc",
        content: [{ type: "paragraph", content: [{ type: "text", text: text || "–" }] }],
      };
      const result = toNoteDocument(note);
      if (!result.ok) throw new Error(result.reason);
      const markup = renderToStaticMarkup(<NoteBody note={result.note} />);
      const shown = new DOMParser().parseFromString(markup, "text/html").body;
      expectHarmless(shown);
      expect(shown.querySelectorAll("*").length).toBe(1);
    }
  });

  test("names nobody who is not named by an account, and carries no markup in a name", () => {
    const { note, shown } = pasted(
      '<p><span data-type="mention" data-label="<img src=x onerror=alert(1)>">@x</span> und <span data-type="mention" data-id="u1" data-label="<b>Lena</b>">@Lena</span></p>',
    );
    expectHarmless(shown);
    expect(shown.querySelector("img, b, strong")).toBeNull();
    expect(JSON.stringify(note)).toContain('"id":"u1"');
  });
});
