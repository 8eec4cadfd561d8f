import fc from "fast-check";
import { expect, test } from "vitest";
import { readNoteHtml, readNoteText } from "./read-note-html";
import { writeNoteHtml } from "./write-note-html";

const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  '<a href="javascript:alert(1)">hier</a>',
  '<a href=" jav&#x09;ascript:alert(1)">hier</a>',
  '<a href="data:text/html,<script>alert(1)</script>">hier</a>',
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<math><mi//xlink:href='data:x,<script>alert(4)</script>'>",
  '<form><button formaction="javascript:alert(1)">x</button></form>',
  "<body onload=alert(1)>",
  "<style>@import 'javascript:alert(1)';</style>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<table background='javascript:alert(1)'><tr><td>x</td></tr></table>",
  '"><script>alert(1)</script>',
  "<p onclick=alert(1)>Text</p>",
  "<template><script>alert(1)</script></template>",
  "<object data='javascript:alert(1)'></object>",
  "<!--<img src='--><img src=x onerror=alert(1)//'>",
];

const allowed =
  /^<\/?(?:p|ul|ol|li|blockquote|strong|em|code|br|a)(?: start="\d+"| href="(?:https?:\/\/|mailto:)[^"<>]*")?>$/i;

/** Every tag that the HTML of a note has. */
function tagsIn(html: string): readonly string[] {
  return html.match(/<[^>]*>/g) ?? [];
}

test.each(attacks)("%s leaves nothing that a browser would run", (html) => {
  const note = readNoteHtml(html);
  const written = note ? writeNoteHtml(note) : "";
  for (const tag of tagsIn(written)) expect(tag).toMatch(allowed);
});

test.each(attacks)("%s as plain text is shown as it stands", (text) => {
  const written = writeNoteHtml(readNoteText(text) ?? { type: "doc", content: [] });
  expect(tagsIn(written)).toEqual(["<p>", "</p>"]);
});

test("whatever HTML is read, what is written of it has elements of notes only, and reads as the same note", () => {
  const piece = fc.constantFrom(
    ...attacks,
    "<p>",
    "</p>",
    "<ul><li>",
    "</li></ul>",
    "<b>",
    "</b>",
    "&lt;",
    "\u202e",
    "Wort ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const note = readNoteHtml(pieces.join(""));
      if (!note) return;
      const written = writeNoteHtml(note);
      for (const tag of tagsIn(written)) expect(tag).toMatch(allowed);
      expect(writeNoteHtml(readNoteHtml(written) ?? { type: "doc", content: [] })).toBe(written);
    }),
    { numRuns: 300 },
  );
});

test("a nesting without end is no note, and exhausts nothing", () => {
  expect(readNoteHtml("<blockquote>".repeat(20_000))).toBeNull();
  expect(readNoteHtml(`${"<b>".repeat(5000)}tief`)).toBeNull();
});
