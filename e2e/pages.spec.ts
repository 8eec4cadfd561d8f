import { Client } from "pg";
import { runningPostgresUrl } from "@/scripts/postgres.mjs";
import { expect, expectAccessible, test } from "./fixtures";
import { type Installation, removeData, startInstallation } from "./installation";

const standing = [
  { path: "/de/about", heading: "Über Zwiesprache", link: "Über Zwiesprache" },
  { path: "/en/about", heading: "About Zwiesprache", link: "About Zwiesprache" },
  { path: "/de/privacy", heading: "Datenschutz", link: "Datenschutz" },
  { path: "/en/privacy", heading: "Privacy", link: "Privacy" },
];

for (const { path, heading, link } of standing) {
  test(`${path} is reached from the footer, fits a phone and asks no other server`, async ({
    page,
    baseURL,
  }) => {
    const foreign: string[] = [];
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(baseURL ?? "") && !url.startsWith("data:")) foreign.push(url);
    });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path.slice(0, 3));
    await page.getByRole("contentinfo").getByRole("link", { name: link }).click();
    await expect(page).toHaveURL(path);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(heading));
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(tooWide).toBe(0);
    expect(foreign).toEqual([]);
  });
}

for (const [path, words] of [
  [
    "/de/imprint",
    "Wer diese Seite betreibt, hat seine Angaben noch nicht vollständig eingetragen.",
  ],
  ["/en/imprint", "Whoever runs this site has not filled in all their details yet."],
] as const) {
  test(`${path} says that the operator has not filled it in, and the footer does not link it`, async ({
    page,
  }) => {
    await page.goto(path);
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByText("OPERATOR_ADDRESS")).toBeVisible();
    const links = page.getByRole("contentinfo").getByRole("link");
    await expect(links).toHaveCount(2);
  });
}

test("readers of a built application find no style guide", async ({ page }) => {
  const response = await page.goto("/de/styleguide");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Hier steht nichts" })).toBeVisible();
});

test.describe("an installation of its own", () => {
  const operator = {
    OPERATOR_NAME: "Volkshochschule Musterstadt",
    OPERATOR_ADDRESS: "Lindenstraße 4; 12345 Musterstadt",
    OPERATOR_EMAIL: "lesen@vhs.example",
    OPERATOR_PHONE: "+49 30 1234567",
  };
  let installation: Installation;

  test.beforeAll(async () => {
    test.setTimeout(90_000);
    Object.assign(process.env, operator);
    installation = await startInstallation();
    for (const name of Object.keys(operator)) delete process.env[name];
  });

  test.afterAll(async () => {
    await installation.stop();
    await removeData(installation);
  });

  test("the imprint names the operator, the library may be empty, and a page that fails says so", {
    tag: "@slow",
  }, async ({ page }) => {
    await page.goto(`${installation.url}/de`);
    await page.getByRole("contentinfo").getByRole("link", { name: "Impressum" }).click();
    for (const line of ["Volkshochschule Musterstadt", "Lindenstraße 4", "12345 Musterstadt"]) {
      await expect(page.getByText(line, { exact: true })).toBeVisible();
    }
    const email = page.getByRole("link", { name: "lesen@vhs.example" });
    await expect(email).toHaveAttribute("href", "mailto:lesen@vhs.example");
    const phone = page.getByRole("link", { name: "+49 30 1234567" });
    await expect(phone).toHaveAttribute("href", "tel:+49301234567");
    await expectAccessible(page);

    await change(`UPDATE article SET audience = 'draft'`);
    await page.goto(`${installation.url}/de`);
    await expect(page.getByText("Noch ist das Regal leer.")).toBeVisible();
    await expect(page.getByText("npm run import")).toBeVisible();
    await expectAccessible(page);

    await change(`UPDATE article SET audience = 'library'`);
    await change(`UPDATE article_version SET summary = '{"broken": true}'`);
    const response = await page.goto(`${installation.url}/de`);
    expect(response?.status()).toBe(500);
    await expect(page.getByRole("heading", { name: "Das hat nicht geklappt" })).toBeVisible();
    await expect(page.getByText("Für die Fehlersuche:")).toBeVisible();
    await expect(page.getByRole("button", { name: "Noch einmal versuchen" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Zur Bibliothek" })).toBeVisible();
  });

  async function change(sql: string): Promise<void> {
    const client = new Client({
      connectionString: runningPostgresUrl(installation.dataDir) ?? undefined,
    });
    await client.connect();
    await client.query(sql);
    await client.end();
  }
});
