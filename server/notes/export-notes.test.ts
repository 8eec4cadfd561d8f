import { beforeAll, expect, test } from "vitest";
import { describeAnchor } from "@/core/annotation/describe-anchor";
import { articleText } from "@/core/annotation/locate-passage";
import { offsetToPoint } from "@/core/annotation/side-text";
import { everyNote } from "@/core/notes/notes-query";
import type { Viewer } from "@/core/viewer/viewer";
import { buildWordLinkWorker } from "@/scripts/build-worker.mjs";
import type { Reading } from "../articles/load-article";
import { makeAnnotation } from "../testing/make-annotation";
import { seedAnnotation } from "../testing/seed-annotation";
import { seedArticle } from "../testing/seed-article";
import { newVisitor } from "../testing/visitor";
import { type ExportFormat, exportNotes } from "./export-notes";
import { exportWords } from "./export-words";

const sentence = "In the morning there were three ships in the harbour.";

let reading: Reading;
let viewer: Viewer;

beforeAll(async () => {
  await buildWordLinkWorker();
  reading = await seedArticle({ slug: "zwei-haefen" });
  ({ viewer } = await newVisitor());
  await seedAnnotation(viewer, makeAnnotation(reading, "Hafen"));
});

function exported(who: Viewer, format: ExportFormat): Promise<string> {
  return exportNotes(who, everyNote, format, exportWords("en"));
}

test.each(["csv", "markdown", "html"] as const)(
  "of a short passage %s names the words that stand for it, not their whole sentence",
  async (format) => {
    const file = await exported(viewer, format);
    expect(file).toMatch(/\bharbour\b/);
    expect(file).not.toContain(sentence);
  },
);

test("in JSON-LD the second target is those words, where they stand", async () => {
  const [annotation] = JSON.parse(await exported(viewer, "jsonld"));
  const { text } = articleText(reading.article).sides.en;
  const start = text.indexOf("harbour");
  expect(quotes(annotation)).toEqual(["Hafen", "harbour"]);
  expect(positions(annotation)[1]).toMatchObject({ start, end: start + "harbour".length });
});

test("a counterpart that its maker corrected is named as they corrected it", async () => {
  const other = await newVisitor();
  const side = articleText(reading.article).sides.en;
  const from = side.text.indexOf("ships");
  const [start, end] = [offsetToPoint(side, from), offsetToPoint(side, from + "ships".length)];
  const described = start && end && describeAnchor(side, { start, end }, reading.version.number);
  if (!described?.ok) throw new Error("The words are not there");
  const twin = described.anchor;
  await seedAnnotation(other.viewer, { ...makeAnnotation(reading, "Hafen"), twin });
  const [annotation] = JSON.parse(await exported(other.viewer, "jsonld"));
  expect(quotes(annotation)).toEqual(["Hafen", "ships"]);
});

test("a long passage has the sentence for its counterpart", async () => {
  const other = await newVisitor();
  const whole = "Am Morgen lagen drei Schiffe im Hafen.";
  await seedAnnotation(other.viewer, makeAnnotation(reading, whole));
  const [annotation] = JSON.parse(await exported(other.viewer, "jsonld"));
  expect(quotes(annotation)).toEqual([whole, sentence]);
});

type Selector = { type: string; exact?: string; start?: number; end?: number };

function selectors(annotation: { target: { selector: Selector[] }[] }, type: string): Selector[] {
  return annotation.target.flatMap(({ selector }) => selector.filter((one) => one.type === type));
}

function quotes(annotation: { target: { selector: Selector[] }[] }) {
  return selectors(annotation, "TextQuoteSelector").map(({ exact }) => exact);
}

function positions(annotation: { target: { selector: Selector[] }[] }) {
  return selectors(annotation, "TextPositionSelector");
}
