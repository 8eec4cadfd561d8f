import { type Browser, expect, type Page, test } from "@playwright/test";
import { freePort } from "@/scripts/free-port.mjs";
import { expectAccessible, waitForReader } from "./fixtures";
import { type Installation, removeData, startInstallation } from "./installation";
import { selectWords } from "./select-words";

// This story ends the server and starts it again, so it has one of its own.
test("first visit to first note; the server is killed and started again; the note is still there", {
  tag: "@slow",
}, async ({ browser }) => {
  test.setTimeout(120_000);
  const port = await freePort();
  const first = await startInstallation({ port });
  let second: Installation | null = null;
  try {
    const page = await visit(browser, first.url);
    await selectWords(page, "ein Stück Weltpolitik");
    await page.getByRole("button", { name: "Grün markieren" }).click();
    await selectWords(page, "aufmerksame Zuhörer");
    await page.getByRole("button", { name: "Notiz", exact: true }).click();
    await page.getByRole("textbox", { name: "Notiz" }).fill("Klingt nach einem vollen Saal.");
    await page.getByRole("button", { name: "Speichern" }).click();
    await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();

    const other = await page.context().newPage();
    await other.goto(page.url());
    await expect(other.getByText("Klingt nach einem vollen Saal.")).toBeVisible();
    await other.close();

    await first.kill();
    second = await startInstallation({ port, dataDir: first.dataDir });
    await page.goto(`${second.url}/de/read/waehrung-unter-der-erde`);
    await expect(page.getByText("Klingt nach einem vollen Saal.")).toBeVisible();
    await expect.poll(() => paintedTexts(page)).toContain("aufmerksame Zuhörer");
    await expect.poll(() => paintedTexts(page)).toContain("ein Stück Weltpolitik");
    await expectAccessible(page);

    const stranger = await visit(browser, second.url);
    await expect(stranger.getByText("Klingt nach einem vollen Saal.")).toHaveCount(0);
    expect(await paintedTexts(stranger)).toEqual([]);
  } finally {
    await second?.stop();
    await removeData(first);
  }
});

async function visit(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/de`);
  await page.getByRole("link", { name: "Die Währung unter der Erde" }).click();
  await waitForReader(page);
  return page;
}

/** The passages that are painted on the page now, twins included. */
function paintedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map((range) => (range instanceof Range ? range.toString() : "")),
    ),
  );
}
