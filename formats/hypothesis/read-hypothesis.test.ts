import { expect, test } from "vitest";
import { isHypothesis, readHypothesis } from "./read-hypothesis";

const exported = {
  id: "Xy12",
  created: "2024-03-01T10:00:00.123456+00:00",
  uri: "https://lesen.example/en/read/zwei-haefen",
  user: "acct:lena@hypothes.is",
  text: "**Warum** drei?\n\n- eins\n- zwei <script>alert(1)</script>",
  tags: ["Zahl", "zu prüfen", "zahl"],
  target: [
    {
      source: "https://lesen.example/en/read/zwei-haefen",
      selector: [
        { type: "RangeSelector", startContainer: "/div[1]", startOffset: 0 },
        { type: "TextPositionSelector", start: 900, end: 912 },
        { type: "TextQuoteSelector", exact: "drei Schiffe", prefix: "lagen ", suffix: " im" },
      ],
    },
  ],
};

test("a note is read with its words, form, tags and time; its position is another page's", () => {
  expect(isHypothesis(exported)).toBe(true);
  expect(readHypothesis(exported, 0)).toEqual({
    kind: "note",
    sourceId: "Xy12",
    targets: [
      {
        slug: "zwei-haefen",
        side: null,
        exact: "drei Schiffe",
        prefix: "lagen ",
        suffix: " im",
        start: null,
      },
    ],
    note: {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "Warum", marks: [{ type: "bold" }] },
            { type: "text", text: " drei?" },
          ],
        },
        {
          type: "bulletList",
          content: [item("eins"), item("zwei alert(1)")],
        },
      ],
    },
    tags: ["zahl", "zu prüfen"],
    colour: null,
    createdAt: "2024-03-01T10:00:00.123Z",
    isResolved: false,
  });
});

test("an answer names the last of those it stands under", () => {
  const reply = { ...exported, references: ["a", "b"], text: "Ja." };
  expect(readHypothesis(reply, 0)).toMatchObject({ kind: "reply", answers: "b" });
});

test.each([
  [{ ...exported, uri: "https://example.org/", target: [] }, "elsewhere"],
  [{ ...exported, target: [{ selector: [] }] }, "unknown-selector"],
  [{ ...exported, id: 7 }, "not-an-annotation"],
  [{ ...exported, references: ["a"], text: "" }, "empty-reply"],
])("%#: is refused with a reason", (value, reason) => {
  expect(readHypothesis(value, 0)).toMatchObject({ kind: "refused", reason });
});

function item(text: string) {
  return { type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}

test("Markdown that is nested without end is no note, and exhausts nothing", () => {
  const deep = { ...exported, text: `${"> ".repeat(5000)}tief` };
  expect(readHypothesis(deep, 0)).toMatchObject({ kind: "note", note: null });
});
