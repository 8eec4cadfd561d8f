import type { BrowserContext, Page } from "@playwright/test";
import { expect, expectAccessible, openArticle, test } from "./fixtures";
import { cardOf, join, newReader, shareWith, writeNote } from "./reading-together";

const password = "Quittengelee im Oktober";

test("an anonymous reader signs up and keeps everything, in this browser and in the next", {
  tag: "@slow",
}, async ({ browser, page, article }) => {
  await openArticle(page, article);
  await writeNote(page, "ein Stück Weltpolitik", "Das will ich behalten.");

  await page.goto("/de/account");
  await expect(page.getByText("Sie schreiben ohne Namen.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: "Ein Konto anlegen" }).click();
  const email = `mila-${Date.now()}@schule.example`;
  await signUp(page, "Mila", email);
  await openArticle(page, article);
  await expect(page.getByText("Das will ich behalten.")).toBeVisible();

  const elsewhere = await newReader(browser);
  await openArticle(elsewhere, article);
  await writeNote(elsewhere, "aufmerksame Zuhörer", "Auch das, von einem anderen Gerät.");
  await elsewhere.goto("/de/sign-in");
  await expectAccessible(elsewhere);
  await elsewhere.getByLabel("E-Mail-Adresse").fill(email);
  await elsewhere.getByLabel("Passwort").fill("nicht dieses Passwort");
  await elsewhere.getByRole("button", { name: "Anmelden" }).click();
  await expect(elsewhere.getByRole("alert").filter({ hasText: "gehören nicht" })).toBeVisible();
  await elsewhere.getByLabel("Passwort").fill(password);
  await elsewhere.getByRole("button", { name: "Anmelden" }).click();
  await elsewhere.waitForURL(/\/de$/);
  await openArticle(elsewhere, article);
  await expect(elsewhere.getByText("Das will ich behalten.")).toBeVisible();
  await expect(elsewhere.getByText("Auch das, von einem anderen Gerät.")).toBeVisible();

  await elsewhere.goto("/de/account");
  await elsewhere.getByRole("button", { name: "Abmelden", exact: true }).last().click();
  await elsewhere.waitForURL(/\/de$/);
  await openArticle(elsewhere, article);
  await expect(elsewhere.getByText("Das will ich behalten.")).toHaveCount(0);
});

test("a teacher and two students: what is for the class is read by the class, what is for one is read by one", {
  tag: "@slow",
}, async ({ browser, page: teacher, article }) => {
  test.setTimeout(120_000);
  await teacher.goto("/de/groups");
  await teacher.getByLabel("Name der Gruppe").fill("Klasse 9b");
  await teacher.getByRole("button", { name: "Gründen" }).click();
  await expect(teacher.getByRole("heading", { name: "Klasse 9b", level: 1 })).toBeVisible();
  const groupUrl = teacher.url();
  await expectAccessible(teacher);
  await teacher.getByRole("button", { name: "Einladung erzeugen" }).click();
  const link = (await teacher.getByText(/\/de\/join\//).textContent()) ?? "";

  const [mila, jonas, stranger] = [
    await newReader(browser),
    await newReader(browser),
    await newReader(browser),
  ];
  await join(mila, link, "Mila");
  await join(jonas, link, "Jonas");

  await teacher.goto(groupUrl);
  await expect(teacher.getByText("Mila").first()).toBeVisible();
  await teacher.getByLabel("Artikel").selectOption(article);
  await teacher.getByRole("button", { name: "Aufgeben" }).click();
  await expect(teacher.getByText(/Mila: 0\s*% gelesen, keine Notiz/)).toBeVisible();

  await openArticle(mila, article);
  await writeNote(mila, "ein Stück Weltpolitik", "Wie ist das gemeint?");
  await shareWith(mila, "Wie ist das gemeint?", "Klasse 9b", "alle 3 Mitglieder von „Klasse 9b“");

  await openArticle(jonas, article);
  await expect(jonas.getByText("Wie ist das gemeint?")).toBeVisible();
  const card = cardOf(jonas, "Wie ist das gemeint?");
  await expect(card).toContainText("Mila");
  await expect(card).toContainText("Klasse 9b");
  await expect(card.getByRole("button", { name: "Löschen" })).toHaveCount(0);
  await openArticle(stranger, article);
  await expect(stranger.getByText("Wie ist das gemeint?")).toHaveCount(0);

  await teacher.goto(groupUrl);
  await expect(teacher.getByText(/Mila: .* 1 Notiz für die Gruppe/)).toBeVisible();
  await teacher.getByRole("button", { name: "Unter vier Augen mit Mila" }).click();
  await expect(teacher.getByText("Nur Sie beide lesen, was hier steht.")).toBeVisible();
  await openArticle(teacher, article);
  await writeNote(teacher, "aufmerksame Zuhörer", "Lesen Sie den Satz noch einmal laut.");
  await shareWith(
    teacher,
    "Lesen Sie den Satz noch einmal laut.",
    "Klasse 9b · Mila",
    "alle 2 Mitglieder",
  );
  await openArticle(mila, article);
  await expect(mila.getByText("Lesen Sie den Satz noch einmal laut.")).toBeVisible();
  await openArticle(jonas, article);
  await expect(jonas.getByText("Wie ist das gemeint?")).toBeVisible();
  await expect(jonas.getByText("Lesen Sie den Satz noch einmal laut.")).toHaveCount(0);

  await jonas.goto(groupUrl);
  await jonas.getByRole("button", { name: "Gruppe verlassen" }).click();
  await jonas.getByRole("button", { name: "Ja" }).click();
  await jonas.waitForURL(/\/groups$/);
  await openArticle(jonas, article);
  await expect(jonas.getByText("Wie ist das gemeint?")).toHaveCount(0);
  await expectAccessible(mila);
});

test("a link that is taken back while its page is open shows nothing any more", async ({
  browser,
  page,
  article,
  context,
}) => {
  await openArticle(page, article);
  await writeNote(page, "ein Stück Weltpolitik", "Das sollten Sie sehen.");
  await shareWith(page, "Das sollten Sie sehen.", "Alle mit dem Link", "wer einen Link dazu hat");
  const card = cardOf(page, "Das sollten Sie sehen.");
  await card.getByRole("button", { name: /Alle mit dem Link: ändern/ }).click();
  await page.getByRole("button", { name: "Link erzeugen" }).click();
  const link = await page.getByLabel("Link zum Weitergeben").inputValue();
  await expectAccessible(page);

  const friend = await newReader(browser);
  const response = await friend.goto(link);
  expect(response?.headers()["referrer-policy"]).toBe("no-referrer");
  expect(response?.headers()["cache-control"]).toContain("no-store");
  await expect(friend.getByText("Das sollten Sie sehen.")).toBeVisible();
  await expectAccessible(friend);

  await endLinks(context, page.url());
  await friend.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(friend.getByText("wurde zurückgenommen")).toBeVisible();
  await expect(friend.getByText("Das sollten Sie sehen.")).toHaveCount(0);
  await friend.reload();
  await expect(friend.getByText("Das sollten Sie sehen.")).toHaveCount(0);
});

test("the menu of the header leads everywhere on the smallest phone, by keyboard too", {
  tag: "@slow",
}, async ({ page, article }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openArticle(page, article);
  await page.getByRole("button", { name: "Ihr Menü" }).focus();
  await page.keyboard.press("Enter");
  const menu = page.getByRole("navigation", { name: "Ihre Seiten" });
  await expect(menu.getByRole("link")).toHaveText([
    "Notizen",
    "Gruppen",
    "Mitteilungen",
    "Einen Text hinzufügen",
    "Konto",
    "Anmelden",
    "Ein Konto anlegen",
  ]);
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await expect(menu.getByRole("link", { name: "Notizen" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(page.getByRole("button", { name: "Ihr Menü" })).toBeFocused();
  await page.keyboard.press("Enter");
  await menu.getByRole("link", { name: "Gruppen" }).click();
  await expect(page.getByRole("heading", { name: "Gruppen", level: 1 })).toBeVisible();
  await expect(menu).toBeHidden();
});

async function signUp(page: Page, name: string, email: string): Promise<void> {
  // The page before it asks for a name, too.
  await expect(page.getByRole("heading", { name: "Ein Konto anlegen", level: 1 })).toBeVisible();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Neues Passwort").fill(password);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Konto anlegen" }).click();
  await page.waitForURL(/\/de$/);
}

/** Takes back all links of the context's reader. */
async function endLinks(context: BrowserContext, pageUrl: string): Promise<void> {
  const { origin } = new URL(pageUrl);
  const listed = await context.request.get(`${origin}/api/share-links`);
  const { links } = await listed.json();
  for (const { id } of links) {
    const answer = await context.request.delete(`${origin}/api/share-links/${id}`, {
      headers: { origin },
      data: {},
    });
    expect(answer.status()).toBe(200);
  }
}
