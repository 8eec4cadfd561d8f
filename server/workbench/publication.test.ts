import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { findArticle } from "../articles/find-article";
import { seedArticle } from "../testing/seed-article";
import { seedGroup } from "../testing/seed-group";
import { newVisitor } from "../testing/visitor";
import { openPublication } from "./open-publication";
import { deleteArticle, setAudience } from "./set-audience";

async function article(audience: "draft" | "library" = "library", importedById?: string) {
  const slug = `artikel-${randomUUID()}`;
  await seedArticle({ slug, audience, importedById: importedById ?? null });
  return slug;
}

test("an editor takes an article out of the library and puts it back, and both is written down", async () => {
  const { viewer: owner } = await newVisitor("owner");
  const slug = await article();
  expect(await setAudience(owner, slug, { audience: "draft" })).toEqual({ ok: true });
  expect(await findArticle(null, slug)).toBeNull();
  await setAudience(owner, slug, { audience: "library" });
  expect(await findArticle(null, slug)).not.toBeNull();
  const audit = (await openPublication(owner, slug))?.audit;
  expect(audit?.map(({ action, version }) => [action, version])).toEqual([
    ["published", 1],
    ["unpublished", 1],
  ]);
});

test("what is so already is done without a word in the trail", async () => {
  const { viewer } = await newVisitor("editor");
  const slug = await article();
  expect(await setAudience(viewer, slug, { audience: "library" })).toEqual({ ok: true });
  expect((await openPublication(viewer, slug))?.audit).toEqual([]);
});

test("an article for a group is read by its members and by nobody else", async () => {
  const lead = await newVisitor("editor");
  const member = await newVisitor();
  const stranger = await newVisitor();
  const groupId = await seedGroup("9b", [
    [lead, "owner"],
    [member, "member"],
  ]);
  const slug = await article();
  expect(await setAudience(lead.viewer, slug, { audience: "group", groupId })).toEqual({
    ok: true,
  });
  expect(await findArticle(member.viewer, slug)).not.toBeNull();
  expect(await findArticle(stranger.viewer, slug)).toBeNull();
  expect((await openPublication(lead.viewer, slug))?.groupName).toBe("9b");
});

test("nobody gives an article to a group that they do not lead", async () => {
  const lead = await newVisitor();
  const editor = await newVisitor("editor");
  const groupId = await seedGroup("9c", [
    [lead, "owner"],
    [editor, "member"],
  ]);
  const slug = await article();
  const refused = await setAudience(editor.viewer, slug, { audience: "group", groupId });
  expect(refused).toMatchObject({ reason: "not-found" });
  expect(await findArticle(null, slug)).not.toBeNull();
});

test.each(["reviewer", "reader"] as const)("a %s neither publishes nor deletes", async (role) => {
  const { viewer } = await newVisitor(role);
  const slug = await article();
  expect((await setAudience(viewer, slug, { audience: "draft" })).ok).toBe(false);
  expect((await deleteArticle(viewer, slug)).ok).toBe(false);
  expect(await findArticle(null, slug)).not.toBeNull();
});

test("whoever imported a draft deletes it, an editor does not see it, and a deleted article is gone for everybody", async () => {
  const { viewer: importer } = await newVisitor();
  const { viewer: editor } = await newVisitor("editor");
  const slug = await article("draft", importer.id);
  expect(await deleteArticle(editor, slug)).toMatchObject({ reason: "not-found" });
  expect(await setAudience(importer, slug, { audience: "library" })).toMatchObject({
    reason: "not-allowed",
  });
  expect(await deleteArticle(importer, slug)).toEqual({ ok: true });
  expect(await findArticle(importer, slug)).toBeNull();
});

test("an editor does not delete what is in the library; an owner does", async () => {
  const { viewer: editor } = await newVisitor("editor");
  const { viewer: owner } = await newVisitor("owner");
  const slug = await article();
  expect(await deleteArticle(editor, slug)).toMatchObject({ reason: "not-allowed" });
  expect(await deleteArticle(owner, slug)).toEqual({ ok: true });
  expect(await findArticle(null, slug)).toBeNull();
});
