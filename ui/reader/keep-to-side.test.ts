// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepToSide } from "./keep-to-side";

let stop: () => void;

beforeEach(() => {
  document.body.innerHTML = `<section data-side="de"><p id="de">Erster Satz.</p></section>
    <section data-side="en"><p id="en">First one.</p></section>`;
  for (const [index, side] of [...document.querySelectorAll("[data-side]")].entries()) {
    side.getBoundingClientRect = () => new DOMRect(index * 500, 0, 400, 300);
  }
  // Ten pixels a letter, in whichever column the point lies.
  Object.assign(document, {
    caretPositionFromPoint: (x: number) => ({
      offsetNode: textOf(x < 500 ? "de" : "en"),
      offset: Math.min(Math.floor((x % 500) / 10), 10),
    }),
  });
  stop = keepToSide();
});

afterEach(() => {
  stop();
  Reflect.deleteProperty(document, "caretPositionFromPoint");
});

function textOf(id: string): Node {
  const text = document.getElementById(id)?.firstChild;
  if (!text) throw new Error(`Nothing stands in ${id}`);
  return text;
}

function draw(
  from: [string, number],
  to: [string, number],
  letGoAt: number,
  pointerType = "mouse",
) {
  const selection = document.getSelection();
  if (!selection) throw new Error("No selection");
  selection.setBaseAndExtent(textOf(from[0]), from[1], textOf(to[0]), to[1]);
  const up = new MouseEvent("pointerup", { clientX: letGoAt, clientY: 20, button: 0 });
  document.dispatchEvent(Object.assign(up, { pointerType }));
  return [selection.focusNode?.parentElement?.id, selection.focusOffset];
}

test("what the mouse draws into the other column ends at the edge of its own", () => {
  expect(draw(["de", 2], ["en", 4], 540)).toEqual(["de", 10]);
});

test("what it draws back over the left edge begins there", () => {
  expect(draw(["en", 6], ["de", 3], 30)).toEqual(["en", 0]);
});

test.each([
  ["stays in its column", ["de", 2], ["de", 8], 80, "mouse", ["de", 8]],
  ["ends behind its column by a triple click in it", ["de", 0], ["en", 0], 80, "mouse", ["en", 0]],
  ["was drawn by the handles of a phone", ["de", 2], ["en", 4], 540, "touch", ["en", 4]],
] as const)("a selection is left alone that %s", (_, from, to, x, pointer, end) => {
  expect(draw([...from], [...to], x, pointer)).toEqual(end);
});

test("nothing is done any more once it is undone", () => {
  stop();
  const extend = vi.spyOn(Selection.prototype, "extend");
  draw(["de", 2], ["en", 4], 540);
  expect(extend).not.toHaveBeenCalled();
});
