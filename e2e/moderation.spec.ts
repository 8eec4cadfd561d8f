import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { annotationOf, storedAnnotationSchema } from "@/core/annotation/annotation";
import { expect, expectAccessible, openArticle, test } from "./fixtures";
import { selectWords } from "./select-words";

test("moderation: a pupil reports a note, the teacher hides it and sends its author away", {
  tag: "@slow",
}, async ({ browser, page: teacher, article }) => {
  await teacher.goto("/de");
  const group = await post(teacher, "/api/groups", { name: "Klasse 8a" }, { needsAccount: true });
  const { path } = await post(teacher, `/api/groups/${group.id}/invitations`, {});
  const [ben, cem] = [await newReader(browser), await newReader(browser)];
  const token = path.split("/").at(-1);
  for (const [pupil, name] of [
    [ben, "Ben"],
    [cem, "Cem"],
  ] as const) {
    await post(pupil, "/api/groups/join", { token, name }, { needsAccount: true });
  }
  await openArticle(ben, article);
  await noteForGroup(ben, article, group.id);

  await openArticle(cem, article);
  // What can be done with a card shows once one turns to it.
  await cardOf(cem, "Cem ist doof.").hover();
  await cardOf(cem, "Cem ist doof.").getByRole("button", { name: "Melden" }).click();
  const dialog = cem.getByRole("dialog", { name: "Was stimmt damit nicht?" });
  await dialog.getByRole("radio", { name: "Beleidigend" }).check();
  await dialog.getByLabel("In Ihren Worten").fill("Das bin ich.");
  await dialog.getByRole("button", { name: "Melden" }).click();
  await expect(dialog).toContainText("Die Moderation sieht es sich an.");
  await dialog.getByRole("button", { name: "Schließen" }).click();

  await teacher.reload();
  await teacher.getByRole("button", { name: /Ihr Menü, .* neue Mitteilung/ }).click();
  await teacher.getByRole("link", { name: "Moderation" }).click();
  const entry = teacher.getByRole("article", { name: "Von Ben" });
  await expect(entry).toContainText("Cem ist doof.");
  await expect(entry).toContainText("Das bin ich.");
  await expectAccessible(teacher);
  await entry.getByLabel("Begründung").fill("So reden wir hier nicht.");
  await entry.getByRole("button", { name: "Verbergen" }).click();
  await expect(entry).toContainText("verborgen");
  await expect(teacher.getByText(/hat etwas von Ben verborgen/)).toBeVisible();

  await expect(cardOf(cem, "Cem ist doof.")).toHaveCount(0);
  // Its author still has the page open, and sees it there.
  await expect(cardOf(ben, "Cem ist doof.")).toContainText("Von der Moderation verborgen");

  await teacher.goto(`/de/groups/${group.id}`);
  await teacher.getByRole("button", { name: "Ben ausschließen" }).click();
  await teacher.getByRole("button", { name: "Ja" }).click();
  await expect(teacher.getByRole("button", { name: "Ben wieder zulassen" })).toBeVisible();
  await ben.goto(`/de${path}`);
  await ben.getByRole("button", { name: "Mitmachen" }).click();
  await expect(ben.getByText("Sie wurden aus dieser Gruppe ausgeschlossen.")).toBeVisible();
});

async function newReader(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env.E2E_URL, locale: "de-DE" });
  return context.newPage();
}

function cardOf(page: Page, note: string) {
  return page.getByRole("article").filter({ hasText: note }).last();
}

/** Marks words and gives them a note for a group, as the page would. */
async function noteForGroup(page: Page, slug: string, groupId: string): Promise<void> {
  await selectWords(page, "ein Stück Weltpolitik");
  await page.getByRole("button", { name: "Grün markieren" }).click();
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
  const origin = process.env.E2E_URL ?? "";
  const { request } = page.context();
  const list = await (await request.get(`${origin}/api/articles/${slug}/annotations`)).json();
  const stored = list.annotations
    .map((one: unknown) => storedAnnotationSchema.parse(one))
    .find((one: { isOwn: boolean }) => one.isOwn);
  const content = [{ type: "paragraph", content: [{ type: "text", text: "Cem ist doof." }] }];
  const answer = await request.put(`${origin}/api/annotations/${stored.id}`, {
    headers: { origin, "idempotency-key": randomUUID(), "if-match": `"${stored.revision}"` },
    data: { ...annotationOf(stored), note: { type: "doc", content }, audience: "group", groupId },
  });
  expect(answer.status()).toBe(200);
}

/** What a form of ours would send; `needsAccount` for somebody who has not written yet. */
async function post(page: Page, path: string, data: object, { needsAccount = false } = {}) {
  const origin = process.env.E2E_URL ?? "";
  const headers = { origin };
  const { request } = page.context();
  if (needsAccount)
    await request.post(`${origin}/api/auth/sign-in/anonymous`, { headers, data: {} });
  const answer = await request.post(`${origin}${path}`, { headers, data });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
}
