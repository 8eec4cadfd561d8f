// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from "vitest";
import { lightSentences } from "./light-sentences";

let stop: () => void;

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {}; // jsdom has no layout
  document.body.innerHTML = `<main>
    <section data-side="de"><p><span id="ds1" data-sentence="ds1" data-bead="0">Eins. </span><span id="ds2" data-sentence="ds2" data-bead="1"><em>Zwei</em>.</span></p></section>
    <section data-side="en"><p><span id="es1" data-sentence="es1" data-bead="0">One, </span><span id="es2" data-sentence="es2" data-bead="0">and more. </span><span id="es3" data-sentence="es3" data-bead="1">Two.</span></p></section>
    <button>Outside</button><input aria-label="Field" />
  </main>`;
  stop = lightSentences(find("main"));
});

afterEach(() => stop());

test("a tap lights a sentence and all its counterparts, and the next tap moves the light", () => {
  find("#ds1").click();
  expect(litIds()).toEqual(["ds1", "es1", "es2"]);
  find("#ds2 em").click();
  expect(litIds()).toEqual(["ds2", "es3"]);
});

test("a tap beside every sentence puts the light out", () => {
  find("#ds1").click();
  find("main").click();
  expect(litIds()).toEqual([]);
});

test("j and k go through the sentences of one side, and the focused sentence is lit", () => {
  press("j");
  expect(document.activeElement?.id).toBe("ds1");
  press("j");
  expect(document.activeElement?.id).toBe("ds2");
  expect(litIds()).toEqual(["ds2", "es3"]);
  press("j");
  expect(document.activeElement?.id).toBe("ds2");
  press("k");
  expect(document.activeElement?.id).toBe("ds1");
});

test("g and the sideways arrows go to the counterpart and back", () => {
  press("j");
  press("g");
  expect(document.activeElement?.id).toBe("es1");
  press("ArrowLeft");
  expect(document.activeElement?.id).toBe("ds1");
});

test("arrows belong to the page until a sentence has the focus", () => {
  expect(press("ArrowDown")).toBe(true);
  expect(document.activeElement).toBe(document.body);
  press("j");
  expect(press("ArrowDown")).toBe(false);
  expect(document.activeElement?.id).toBe("ds2");
});

test("letters typed into a field move nothing", () => {
  const field = find("input");
  field.focus();
  expect(press("j")).toBe(true);
  expect(document.activeElement).toBe(field);
});

test("Tab meets one sentence only, the one read last", () => {
  press("j");
  press("j");
  const stops = [...document.querySelectorAll<HTMLElement>("[data-sentence]")];
  expect(stops.filter((sentence) => sentence.tabIndex === 0).map(({ id }) => id)).toEqual(["ds2"]);
});

test("after it is stopped nothing is lit and keys do nothing", () => {
  find("#ds1").click();
  stop();
  expect(litIds()).toEqual([]);
  expect(press("j")).toBe(true);
});

test("a sentence takes no focus while the mouse is down on it, so that a selection can begin at its first letter", () => {
  const sentence = find("#ds1");
  mouse("pointerdown", sentence);
  expect(sentence.hasAttribute("tabindex")).toBe(false);
  mouse("pointerup", sentence);
  expect(sentence.tabIndex).toBe(0);
  expect(document.activeElement).toBe(sentence);
});

function find(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`No ${selector}`);
  return element;
}

function litIds(): string[] {
  return [...document.querySelectorAll("[data-lit]")].map(({ id }) => id);
}

function mouse(type: string, target: Element): void {
  const event = new MouseEvent(type, { bubbles: true, button: 0 });
  target.dispatchEvent(Object.assign(event, { pointerType: "mouse" })); // jsdom has no pointer events
}

/** Whether the page still does what it does with that key by itself. */
function press(key: string): boolean {
  const target = document.activeElement ?? document.body;
  return target.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
  );
}
