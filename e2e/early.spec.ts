import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

test("a form sent and a button pressed before the scripts have come are done when they come, once", async ({
  page,
}) => {
  let letCome = await holdScripts(page);
  await page.goto("/de/groups", { waitUntil: "commit" });
  await page.getByLabel("Name der Gruppe").fill("Lesekreis am Fluss");
  await page.getByRole("button", { name: "Gründen" }).click();
  await expect(page.getByLabel("Name der Gruppe")).toHaveValue("Lesekreis am Fluss");
  letCome();
  await expect(page.getByRole("heading", { name: "Lesekreis am Fluss", level: 1 })).toBeVisible();

  await page.goto("/de/groups");
  await expect(page.getByText("Lesekreis am Fluss")).toHaveCount(1);
  letCome = await holdScripts(page);
  await page.goto("/de/account", { waitUntil: "commit" });
  await page.getByRole("main").getByRole("button", { name: "Das bin nicht ich" }).click();
  letCome();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await page.getByRole("button", { name: "Trotzdem abmelden" }).click();
  await page.waitForURL(/\/de$/);
  await page.goto("/de/groups");
  await expect(page.getByText("Lesekreis am Fluss")).toHaveCount(0);
});

/** Lets no script of the application come, until what is returned is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let letCome = () => {};
  const come = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await come;
    await route.continue();
  });
  return () => letCome();
}
