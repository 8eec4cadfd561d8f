import { verifyPassword } from "better-auth/crypto";
import { expect, test } from "vitest";
import { db } from "../db";
import { makeAnnotation } from "../testing/make-annotation";
import { seedAnnotation } from "../testing/seed-annotation";
import { seedArticle } from "../testing/seed-article";
import { newVisitor } from "../testing/visitor";
import { createAccount, findAccount, giveRole, listAccounts } from "./accounts";
import { deleteArticle, listAllArticles, setPublished } from "./articles";
import { addMember, createGroup, listGroups } from "./groups";

test("an account made by the operator has a password that opens it, and an address of its own", async () => {
  const input = { email: "anna@example.org", name: "Anna", role: "editor" } as const;
  const result = await createAccount(input);
  if (!result.ok) throw new Error(result.reason);
  const { password: hash } = await db().account.findFirstOrThrow({
    where: { userId: result.account.id, providerId: "credential" },
  });
  expect(await verifyPassword({ hash: hash ?? "", password: result.password })).toBe(true);
  expect(await createAccount(input)).toEqual({ ok: false, reason: "email-taken" });
  expect(await findAccount("Anna@Example.org")).toEqual(result.account);
  expect(await listAccounts()).toEqual([result.account]);
  expect((await giveRole(result.account.id, "reader")).role).toBe("reader");
});

test("an article is taken out of the library, put back, and deleted with what stands on it", async () => {
  const { viewer } = await newVisitor();
  const article = await seedArticle({ slug: "hafen" });
  await seedAnnotation(viewer, makeAnnotation(article, "Hafen"));
  expect(await setPublished("hafen", false)).toBe(true);
  expect(await listAllArticles()).toEqual([
    { slug: "hafen", audience: "draft", versions: 1, annotations: 1 },
  ]);
  expect(await setPublished("hafen", true)).toBe(true);
  expect(await deleteArticle("hafen")).toBe(true);
  expect(await db().annotation.count()).toBe(0);
  expect(await deleteArticle("hafen")).toBe(false);
  expect(await setPublished("hafen", true)).toBe(false);
});

test("a group has an owner, and takes members once", async () => {
  const [owner, member] = [await newVisitor(), await newVisitor()];
  const { id } = await createGroup("Kurs B2", "", owner.viewer.id);
  expect(await addMember(id, member.viewer.id, "member")).toBe(true);
  expect(await addMember(id, member.viewer.id, "moderator")).toBe(true);
  expect(await listGroups()).toEqual([{ id, name: "Kurs B2", members: 2 }]);
  expect(await addMember("keine", member.viewer.id, "member")).toBe(false);
});
