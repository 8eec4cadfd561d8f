import { Editor } from "@tiptap/core";
import { beforeEach, describe, expect, test } from "vitest";
import { articleExtensions } from "../schema/article-extensions";
import { AnnotationLayer, getLayer, layerPlugin } from "./annotation-layer";

let editor: Editor;

beforeEach(() => {
  editor = new Editor({
    element: null,
    extensions: [...articleExtensions, AnnotationLayer],
    content: {
      type: "doc",
      content: [
        {
          type: "paragraph",
          attrs: { blockId: "db1" },
          content: [{ type: "text", text: "Das Geld lockte." }],
        },
        {
          type: "paragraph",
          attrs: { blockId: "db2" },
          content: [{ type: "text", text: "Und dann?" }],
        },
      ],
    },
  });
  editor.registerPlugin(layerPlugin());
});

function wordsOf(id: string): string | undefined {
  const found = getLayer(editor.state).highlights.get(id);
  return found && editor.state.doc.textBetween(found.from, found.to, "\n");
}

describe("highlights", () => {
  beforeEach(() => {
    editor.commands.setHighlight({ id: "a", from: 5, to: 9, colour: "yellow" }); // Geld
  });

  test("are set, recoloured and removed by commands, without a view", () => {
    expect(wordsOf("a")).toBe("Geld");
    expect(editor.commands.recolourHighlight("a", "blue")).toBe(true);
    expect(getLayer(editor.state).highlights.get("a")?.colour).toBe("blue");
    expect(editor.commands.removeHighlight("a")).toBe(true);
    expect(wordsOf("a")).toBeUndefined();
  });

  test("are no part of the document", () => {
    expect(JSON.stringify(editor.getJSON())).not.toContain("yellow");
  });

  test.each([
    { edit: "text before them", from: 1, to: 4, insert: "Viel ", words: "Geld" },
    { edit: "text after them", from: 10, to: 16, insert: "zog an", words: "Geld" },
    { edit: "text typed at their start", from: 5, to: 5, insert: "neue ", words: "Geld" },
    { edit: "text typed at their end", from: 9, to: 9, insert: "haufen", words: "Geld" },
    { edit: "text inside them", from: 7, to: 7, insert: "--", words: "Ge--ld" },
    { edit: "half of them deleted", from: 7, to: 12, insert: "", words: "Ge" },
    { edit: "all of them deleted", from: 3, to: 12, insert: "", words: "" },
  ])("stay with their words: $edit", ({ from, to, insert, words }) => {
    editor.view.dispatch(editor.state.tr.insertText(insert, from, to));
    expect(wordsOf("a")).toBe(words);
  });

  test.each([
    ["an empty stretch", { from: 5, to: 5 }],
    ["a stretch that runs backwards", { from: 9, to: 5 }],
    ["a stretch past the end", { from: 5, to: 500 }],
  ])("refuse %s", (_, stretch) => {
    expect(editor.commands.setHighlight({ id: "b", colour: "pink", ...stretch })).toBe(false);
    expect(wordsOf("b")).toBeUndefined();
  });

  test("that are not there can be neither recoloured nor removed", () => {
    expect(editor.commands.recolourHighlight("z", "blue")).toBe(false);
    expect(editor.commands.removeHighlight("z")).toBe(false);
  });

  test("can be set in one chain with edits before and after, in the order of the chain", () => {
    editor
      .chain()
      .command(({ tr }) => tr.insertText("Oh, ", 1).docChanged)
      .setHighlight({ id: "b", from: 1, to: 3, colour: "green" })
      .recolourHighlight("a", "pink")
      .command(({ tr }) => tr.insertText("Ja. ", 1).docChanged)
      .run();
    expect([wordsOf("a"), wordsOf("b")]).toEqual(["Geld", "Oh"]);
    expect(getLayer(editor.state).highlights.get("a")?.colour).toBe("pink");
  });
});

test("a twin is set, travels with the text, and goes when it has no stretches", () => {
  const stretches = [
    { from: 1, to: 4 },
    { from: 19, to: 22 },
  ];
  expect(editor.commands.setTwin({ id: "a", colour: "green", stretches })).toBe(true);
  editor.view.dispatch(editor.state.tr.insertText("Ja: ", 1));
  expect(getLayer(editor.state).twins.get("a")?.stretches).toEqual([
    { from: 5, to: 8 },
    { from: 23, to: 26 },
  ]);
  editor.commands.setTwin({ id: "a", colour: "green", stretches: [] });
  expect(getLayer(editor.state).twins.size).toBe(0);
});
