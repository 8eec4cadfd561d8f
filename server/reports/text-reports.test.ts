import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { NewReport } from "@/core/reports/text-report";
import { seedArticle } from "../testing/seed-article";
import { newVisitor } from "../testing/visitor";
import { answerReport, listReports, reportText } from "./text-reports";

const report: NewReport = {
  kind: "mistranslated",
  version: 1,
  rowId: "r1",
  sentenceId: "ds2",
  quote: "Am Abend war es noch eines.",
  text: "Da fehlt etwas.",
};

let slug: string;

beforeEach(async () => {
  slug = `meldungen-${randomUUID()}`;
  await seedArticle({ slug });
});

test("a report from somebody without an account waits in the queue of those who work on the article", async () => {
  const { viewer: reviewer } = await newVisitor("reviewer");
  expect(await reportText(null, slug, report)).toEqual({ ok: true });
  const queue = await listReports(reviewer, slug);
  expect(queue).toHaveLength(1);
  expect(queue?.[0]).toMatchObject({ ...report, state: "open", reporter: "" });
  expect(await listReports((await newVisitor()).viewer, slug)).toBeNull();
});

test("an answer says in which version it is mended, and is taken back by opening the report again", async () => {
  const { viewer: editor } = await newVisitor("editor");
  await reportText(null, slug, report);
  const id = (await listReports(editor, slug))?.[0]?.id ?? "";
  const answer = "Danke, stimmt.";
  expect(await answerReport(editor, slug, id, { state: "mended", answer, version: 1 })).toEqual({
    ok: true,
  });
  expect((await listReports(editor, slug))?.[0]).toMatchObject({
    ...{ state: "mended", answer, mendedIn: 1 },
  });
  await answerReport(editor, slug, id, { state: "open" });
  expect((await listReports(editor, slug))?.[0]).toMatchObject({
    ...{ state: "open", answer: "", mendedIn: null },
  });
});

test("a version that is none mends nothing, and one that nobody was shown is not reported on", async () => {
  const { viewer: editor } = await newVisitor("editor");
  expect(await reportText(null, slug, { ...report, version: 7 })).toMatchObject({
    reason: "invalid",
  });
  await reportText(null, slug, report);
  const id = (await listReports(editor, slug))?.[0]?.id ?? "";
  const mended = { state: "mended" as const, answer: "", version: 7 };
  expect(await answerReport(editor, slug, id, mended)).toMatchObject({ reason: "invalid" });
  expect((await listReports(editor, slug))?.[0]?.state).toBe("open");
});
