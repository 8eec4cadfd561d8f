// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Paint } from "./paint-names";
import { paint, paintMore } from "./painting";
import { type ReadingSides, readSides } from "./reading-sides";

let sides: ReadingSides;

beforeEach(() => {
  vi.unstubAllGlobals();
  document.body.innerHTML = `
    <section data-side="de"><div data-row="r1"><a class="row-number">1</a><p data-block="db1" data-text><span data-sentence="ds1">Ein <em>guter</em> Satz.</span></p></div><div data-row="r2"><a class="row-number">2</a><p data-block="db2" data-text><span data-sentence="ds2">Noch einer.</span></p></div></section>
    <section data-side="en"><div data-row="r1"><p data-block="eb1" data-text><span data-sentence="es1">A good one.</span></p></div></section>`;
  const found = readSides(document);
  if (!found) throw new Error("The test document lacks a side");
  sides = found;
});

const good: Paint = {
  name: "highlight-green",
  side: "de",
  range: { start: { block: "db1", offset: 4 }, end: { block: "db1", offset: 14 } },
};
const both: Paint = {
  name: "highlight-pink",
  side: "de",
  range: { start: { block: "db1", offset: 10 }, end: { block: "db2", offset: 4 } },
};
const twin: Paint = {
  name: "twin-green",
  side: "en",
  range: { start: { block: "eb1", offset: 0 }, end: { block: "eb1", offset: 11 } },
};

describe("with the CSS Custom Highlight API", () => {
  class FakeHighlight extends Set<Range> {
    priority = 0;
    constructor(...ranges: Range[]) {
      super(ranges);
    }
  }
  const registry = new Map<string, FakeHighlight>();

  beforeEach(() => {
    registry.clear();
    vi.stubGlobal("CSS", { highlights: registry });
    vi.stubGlobal("Highlight", FakeHighlight);
  });

  function painted() {
    return Object.fromEntries(
      [...registry].map(([name, ranges]) => [name, [...ranges].map(String)]),
    );
  }

  test("one more is painted beside the others, and the next painting decides whether it stays", () => {
    paint(sides, [good]);
    paintMore(sides, [both]);
    expect(painted()).toEqual({
      "highlight-green": ["guter Satz"],
      "highlight-pink": ["Satz.", "Noch"],
    });
    paint(sides, [good]);
    expect(painted()).toEqual({ "highlight-green": ["guter Satz"] });
  });

  test("each name holds its words, block by block, and the document is left as it was", () => {
    const before = document.body.innerHTML;
    paint(sides, [good, both, twin]);
    expect(painted()).toEqual({
      "highlight-green": ["guter Satz"],
      "highlight-pink": ["Satz.", "Noch"],
      "twin-green": ["A good one."],
    });
    expect(document.body.innerHTML).toBe(before);
  });

  test("a highlight lies on top of a twin, and what is chosen on top of both", () => {
    paint(sides, [{ ...good, name: "passage-chosen" }, good, twin]);
    const order = [...registry].sort(([, a], [, b]) => a.priority - b.priority);
    expect(order.map(([name]) => name)).toEqual([
      "twin-green",
      "highlight-green",
      "passage-chosen",
    ]);
  });

  test("what is painted no more goes", () => {
    paint(sides, [good, twin]);
    paint(sides, [twin]);
    expect(Object.keys(painted())).toEqual(["twin-green"]);
  });
});

describe("without it, in the rows that are near", () => {
  let tell: (rows: readonly string[], isIntersecting: boolean) => void;
  let isWatching: boolean;

  class FakeObserver {
    constructor(call: (entries: readonly object[]) => void) {
      isWatching = true;
      tell = (rows, isIntersecting) =>
        call(rows.flatMap(elementsOf).map((target) => ({ target, isIntersecting })));
    }
    observe() {}
    disconnect() {
      isWatching = false;
    }
  }

  beforeEach(() => {
    isWatching = false;
    vi.stubGlobal("IntersectionObserver", FakeObserver);
  });

  function elementsOf(row: string) {
    return [...document.querySelectorAll(`[data-row="${row}"]`)];
  }

  function marks() {
    return [...document.querySelectorAll<HTMLElement>("mark")].map(
      (mark) => `${mark.dataset.paint}: ${mark.textContent}`,
    );
  }

  test("words stand in marks, and the text is the same", () => {
    const text = sides.current("de").text.text;
    paint(sides, [good, twin]);
    tell(["r1", "r2"], true);
    expect(marks()).toEqual([
      "highlight-green: guter",
      "highlight-green:  Satz",
      "twin-green: A good one.",
    ]);
    expect(sides.current("de").text.text).toBe(text);
  });

  test("rows far away are left as they are until they come near, and given back when they go", () => {
    const before = document.body.innerHTML;
    paint(sides, [both, twin]);
    expect(document.body.innerHTML).toBe(before);
    tell(["r2"], true);
    expect(marks()).toEqual(["highlight-pink: Noch"]);
    tell(["r1"], true);
    expect(marks()).toEqual([
      "highlight-pink: Satz.",
      "highlight-pink: Noch",
      "twin-green: A good one.",
    ]);
    tell(["r1"], false);
    expect(marks()).toEqual(["highlight-pink: Noch"]);
    tell(["r2"], false);
    expect(document.body.innerHTML).toBe(before);
  });

  test("what is painted next stands only in the rows that are near", () => {
    paint(sides, [both]);
    tell(["r2"], true);
    paint(sides, [good, both]);
    expect(marks()).toEqual(["highlight-pink: Noch"]);
  });

  test("overlapping passages keep their words", () => {
    paint(sides, [both, good]);
    tell(["r1", "r2"], true);
    expect(marks().filter((mark) => mark.startsWith("highlight-pink"))).toEqual([
      "highlight-pink: Satz",
      "highlight-pink: .",
      "highlight-pink: Noch",
    ]);
    expect(marks().filter((mark) => mark.startsWith("highlight-green"))).toEqual([
      "highlight-green: guter",
      "highlight-green:  ",
      "highlight-green: Satz",
    ]);
  });

  test("a passage lies in the mark of the longer one around it", () => {
    paint(sides, [{ ...good, name: "active-green" }, good]);
    tell(["r1"], true);
    const inner = document.querySelectorAll('mark[data-paint="highlight-green"] > mark');
    expect([...inner].map((mark) => mark.textContent)).toEqual(["guter", " Satz"]);
  });

  test("painting nothing gives the document back, and nothing is watched any more", () => {
    const before = document.body.innerHTML;
    paint(sides, [good, both, twin]);
    tell(["r1", "r2"], true);
    expect(isWatching).toBe(true);
    paint(sides, []);
    expect(document.body.innerHTML).toBe(before);
    expect(isWatching).toBe(false);
  });
});
