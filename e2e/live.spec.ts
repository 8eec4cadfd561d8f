import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { annotationOf, storedAnnotationSchema } from "@/core/annotation/annotation";
import { expect, openArticle, test } from "./fixtures";
import { selectWords } from "./select-words";

const origin = process.env.E2E_URL ?? "";

/** Marks words on a page of somebody's and gives the annotation another audience, as their page would. */
async function publish(page: Page, words: string): Promise<string> {
  await selectWords(page, words);
  await page.getByRole("button", { name: "Grün markieren" }).click();
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
  const { annotations } = await (
    await page.request.get("/api/articles/elf-minuten/annotations")
  ).json();
  const stored = storedAnnotationSchema.parse(annotations.at(-1));
  await send(page, stored.id, "PUT", stored.revision, {
    ...annotationOf(stored),
    audience: "public",
  });
  return stored.id;
}

async function send(page: Page, id: string, method: string, revision: number, data?: object) {
  const response = await page.request.fetch(`/api/annotations/${id}`, {
    method,
    headers: {
      origin,
      "idempotency-key": randomUUID(),
      "if-match": `"${revision}"`,
      ...(data && { "content-type": "application/json" }),
    },
    ...(data && { data: JSON.stringify(data) }),
  });
  expect(response.status()).toBe(200);
}

/** The first words of a sentence of the German side. */
async function wordsOf(page: Page, sentence: number): Promise<string> {
  const text = await page.locator("[data-side=de] [data-sentence]").nth(sentence).innerText();
  return text.split(" ").slice(0, 3).join(" ");
}

test("what others write waits quietly, comes on a click, and goes when they take it back", async ({
  page,
  browser,
}) => {
  await openArticle(page, "elf-minuten");
  const another = await browser.newContext({ locale: "de-DE" });
  const author = await another.newPage();
  await openArticle(author, "elf-minuten");
  const id = await publish(author, await wordsOf(author, 4));

  const news = page.getByRole("button", { name: "1 neue Notiz zeigen" });
  await expect(news).toBeVisible();
  await news.click();
  await expect(news).toBeHidden();
  const counts = page.getByRole("button", { name: /1 Markierung/ });
  await expect(counts.first()).toBeAttached();

  await send(author, id, "DELETE", 2);
  await expect(counts).toHaveCount(0);
  await another.close();
});

test("a mark made on one's other device appears by itself", { tag: "@slow" }, async ({
  page,
  context,
}) => {
  await openArticle(page, "elf-minuten");
  await selectWords(page, "elf Minuten");
  await page.getByRole("button", { name: "Grün markieren" }).click();
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
  const state = await context.storageState();
  const device = await context.browser()?.newContext({ storageState: state, locale: "de-DE" });
  const other = await device?.newPage();
  if (!other) throw new Error("No second device");
  await other.goto("/de/read/elf-minuten");
  const counts = page.getByRole("button", { name: /Markierung/ });
  await expect(counts).toHaveCount(1);
  const { annotations } = await (
    await other.request.get("/api/articles/elf-minuten/annotations")
  ).json();
  const stored = storedAnnotationSchema.parse(
    annotations.find((one: unknown) => storedAnnotationSchema.parse(one).isOwn),
  );
  await send(other, stored.id, "DELETE", stored.revision);
  await expect(counts).toHaveCount(0);
  await device?.close();
});

// A browser opens six connections to a host: with a stream for each tab the seventh would wait for ever.
test("seven tabs of one browser hear what others write", { tag: "@slow" }, async ({
  context,
  browser,
}) => {
  test.setTimeout(120_000);
  const tabs: Page[] = [];
  for (let opened = 0; opened < 7; opened += 1) {
    const tab = await context.newPage();
    await openArticle(tab, "elf-minuten");
    tabs.push(tab);
  }
  const another = await browser.newContext({ locale: "de-DE" });
  const author = await another.newPage();
  await openArticle(author, "elf-minuten");
  const id = await publish(author, await wordsOf(author, 6));
  for (const tab of tabs) {
    await tab.bringToFront();
    await expect(tab.getByRole("button", { name: "1 neue Notiz zeigen" })).toBeVisible();
  }
  await send(author, id, "DELETE", 2);
  await another.close();
});

test("an answer in an open thread is there at once", { tag: "@slow" }, async ({
  page,
  browser,
}) => {
  await openArticle(page, "elf-minuten");
  const annotationId = await publish(page, await wordsOf(page, 8));
  const another = await browser.newContext({ locale: "de-DE" });
  const friend = await another.newPage();
  await openArticle(friend, "elf-minuten");
  await friend.request.post("/api/auth/sign-in/anonymous", { headers: { origin }, data: {} });

  await page.locator("[data-side=de] [data-sentence]").nth(8).click();
  const paragraph = {
    type: "paragraph",
    content: [{ type: "text", text: "Das sehe ich auch so." }],
  };
  const reply = { id: randomUUID(), annotationId, note: { type: "doc", content: [paragraph] } };
  const headers = { origin, "idempotency-key": randomUUID(), "if-none-match": "*" };
  const sent = await friend.request.put(`/api/replies/${reply.id}`, { headers, data: reply });
  expect(sent.status()).toBe(201);
  await expect(page.getByText("Das sehe ich auch so.")).toBeVisible();
  await another.close();
});
