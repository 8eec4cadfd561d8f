// @vitest-environment jsdom
import { expect, test } from "vitest";
import { openLayer } from "./open-layer";

const html = `
  <p data-block="db1" data-text><span data-sentence="ds1" data-bead="0">Ein <em>guter</em>  Satz. </span><span data-sentence="ds2">Noch einer<sup data-leaf data-reference="1"><a href="#f">1</a></sup>.</span></p>
  <ul data-block="db2"><li><p data-text><span data-sentence="ds3">Kupfer</span></p></li><li><p data-text><span data-sentence="ds4">Zinn<br>und Blei</span></p></li></ul>
  <hr data-block="db3">`;

function openHtml() {
  const holder = document.createElement("div");
  holder.innerHTML = html;
  return openLayer([...holder.children]);
}

test("reads the page's blocks with the words that their blocks have", () => {
  const layer = openHtml();
  expect(layer.textOf("db1")).toBe("Ein guter  Satz. Noch einer.");
  expect(layer.textOf("db2")).toBe("Kupfer\nZinn\nund Blei");
  expect(layer.textOf("db3")).toBe("");
  expect(layer.textOf("db9")).toBeNull();
});

test("gives a highlight back at the points where it was set, over blocks and beside footnotes", () => {
  const layer = openHtml();
  const ranges = {
    a: { start: { block: "db1", offset: 4 }, end: { block: "db1", offset: 9 } },
    b: { start: { block: "db1", offset: 17 }, end: { block: "db1", offset: 27 } },
    c: { start: { block: "db1", offset: 27 }, end: { block: "db2", offset: 11 } },
  };
  for (const [id, range] of Object.entries(ranges)) {
    expect(layer.setHighlight(id, range, "green")).toEqual(range);
  }
  layer.recolourHighlight("b", "pink");
  layer.removeHighlight("a");
  expect([...layer.highlights()]).toEqual([
    ["b", { range: ranges.b, colour: "pink" }],
    ["c", { range: ranges.c, colour: "green" }],
  ]);
});

test("sets no highlight in a block that is not there", () => {
  const range = { start: { block: "db7", offset: 0 }, end: { block: "db7", offset: 3 } };
  expect(openHtml().setHighlight("a", range, "blue")).toBeNull();
});
