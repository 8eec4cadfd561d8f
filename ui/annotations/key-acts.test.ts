// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { keyAct } from "./key-acts";

const sentence = document.createElement("span");
const press = (key: string, shiftKey = false) => ({ key, shiftKey });

describe("on a sentence", () => {
  const at = { sentence, passage: null, hasChosen: false } as const;

  test.each([
    ["h", { kind: "choose", sentence }],
    ["n", { kind: "note-sentence", sentence }],
    ["e", { kind: "open", sentence }],
    ["1", null],
    ["Escape", null],
    ["Delete", null],
  ])("%s asks for %j", (key, act) => {
    expect(keyAct(press(key), at)).toEqual(act);
  });

  test("nothing is asked for with Shift, or where no sentence has the focus", () => {
    expect(keyAct(press("h", true), at)).toBeNull();
    expect(keyAct(press("h"), { ...at, sentence: null })).toBeNull();
  });
});

describe("at a chosen passage", () => {
  const at = { sentence, passage: "keyboard", hasChosen: false } as const;

  test.each([
    ["3", false, { kind: "colour", colour: "blue" }],
    ["n", false, { kind: "note" }],
    ["l", false, { kind: "look-up" }],
    ["Escape", false, { kind: "cancel" }],
    ["ArrowLeft", true, { kind: "extend", direction: -1 }],
    ["ArrowRight", true, { kind: "extend", direction: 1 }],
    ["ArrowRight", false, null], // moves in the bar
    ["Delete", false, null], // there is nothing yet
    ["h", false, null],
  ])("%s (Shift: %s) asks for %j", (key, shiftKey, act) => {
    expect(keyAct(press(key, shiftKey), at)).toEqual(act);
  });

  test("h goes to the bar of a passage that was selected with the mouse", () => {
    expect(keyAct(press("h"), { ...at, passage: "pointer" })).toEqual({ kind: "focus-bar" });
  });
});

test("Delete deletes the annotation whose bar is open", () => {
  const at = { sentence: null, passage: null, hasChosen: true } as const;
  expect(keyAct(press("Delete"), at)).toEqual({ kind: "remove" });
  expect(keyAct(press("2"), at)).toEqual({ kind: "colour", colour: "green" });
});
