import { beforeEach, expect, test } from "vitest";
import { db } from "../db";
import { newVisitor } from "../testing/visitor";
import {
  deleteTerm,
  exportTerms,
  importTerms,
  listGlossary,
  openGlossary,
  putTerm,
} from "./glossary";

beforeEach(async () => {
  await db().glossaryTerm.deleteMany();
});

test("terms are added, listed by the German alphabet, given another note and deleted", async () => {
  const { viewer } = await newVisitor("editor");
  await putTerm(viewer, { de: "Zoll", en: "customs", note: "" });
  await putTerm(viewer, { de: "Änderung", en: "amendment", note: "" });
  await putTerm(viewer, { de: "Zoll", en: "customs", note: "die Behörde" });
  const terms = await listGlossary();
  expect(terms.map(({ de, note }) => [de, note])).toEqual([
    ["Änderung", ""],
    ["Zoll", "die Behörde"],
  ]);
  await deleteTerm(viewer, terms[0]?.id ?? "");
  expect(await listGlossary()).toHaveLength(1);
});

test("a table goes in as it came out, and one bad line keeps all of it out", async () => {
  const { viewer } = await newVisitor("editor");
  expect(await importTerms(viewer, "de,en\nHaus,house\nHof,yard\n")).toEqual({
    ok: true,
    count: 2,
  });
  const csv = (await exportTerms(viewer)) ?? "";
  await db().glossaryTerm.deleteMany();
  await importTerms(viewer, csv);
  expect(await listGlossary()).toHaveLength(2);
  expect(await importTerms(viewer, "Garten,garden\nZaun,\n")).toMatchObject({
    reason: "invalid",
    extra: { csv: { reason: "unreadable", line: 2 } },
  });
  expect(await listGlossary()).toHaveLength(2);
});

test("a reviewer reads the glossary and changes nothing; a reader is not shown it", async () => {
  const { viewer: reviewer } = await newVisitor("reviewer");
  const { viewer: reader } = await newVisitor();
  expect(await openGlossary(reviewer)).toEqual({ terms: [], mayEdit: false });
  expect((await putTerm(reviewer, { de: "a", en: "b", note: "" })).ok).toBe(false);
  expect((await importTerms(reviewer, "a,b")).ok).toBe(false);
  expect(await openGlossary(reader)).toBeNull();
  expect(await exportTerms(reader)).toBeNull();
});
