import { expect, test, vi } from "vitest";
import { keepTexts, pastedTexts, readKeptTexts, sentTexts, textsLeft } from "./pasted-texts";

/** The storage of a tab that holds so many characters. */
function openTab(room = 1_000_000): Map<string, string> {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    removeItem: (name: string) => kept.delete(name),
    setItem: (name: string, value: string) => {
      if (value.length > room) throw new DOMException("full", "QuotaExceededError");
      kept.set(name, value);
    },
  });
  return kept;
}

test("one field sends one text, and the second is kept for two fields", () => {
  const both = pastedTexts(["Guten Tag.", "Good day."]);
  expect(sentTexts(both)).toEqual(["Guten Tag.", "Good day."]);
  const one = { ...both, isTwo: false };
  expect(sentTexts(one)).toEqual(["Guten Tag."]);
  expect(sentTexts({ ...one, isTwo: true })).toEqual(["Guten Tag.", "Good day."]);
  expect(textsLeft(one)).toEqual({ isTwo: false, first: "", second: "Good day." });
  expect(textsLeft(both)).toEqual({ isTwo: true, first: "", second: "" });
});

test("what was typed is there after a reload, and gone when it was sent", () => {
  const kept = openTab();
  const texts = pastedTexts(["Guten Tag.", "Good day."]);
  keepTexts(texts);
  expect(readKeptTexts()).toEqual(texts);
  keepTexts(textsLeft(texts));
  expect(readKeptTexts()).toBeNull();
  expect(kept.size).toBe(0);
});

test.each(["no JSON", '{"first":1}', "[]"])("what is no such text is none: %s", (value) => {
  openTab().set("import-pasted", value);
  expect(readKeptTexts()).toBeNull();
});

test("a text that does not fit into the tab's storage breaks nothing", () => {
  openTab(10);
  expect(() => keepTexts(pastedTexts(["Guten Tag. ".repeat(100)]))).not.toThrow();
});
