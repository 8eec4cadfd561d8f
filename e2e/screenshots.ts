import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";
import { browserOptions } from "./browser-options";
import { removeData, startInstallation } from "./installation";
import { selectWords } from "./select-words";
import { becomeEditor, importSeedLike, openWorkbench } from "./workbench/working";

// `npm run screenshots`: the main screens, wide and narrow, light and dark, from the production build into docs/screens.
const folder = fileURLToPath(new URL("../docs/screens", import.meta.url));

const sizes = [
  { width: 1440, height: 900, hasTouch: false },
  { width: 390, height: 844, hasTouch: true },
];
const themes = ["light", "dark"] as const;

await mkdir(folder, { recursive: true });
const installation = await startInstallation();
process.env.E2E_URL = installation.url;
process.env.E2E_DATA_DIR = installation.dataDir;
const draft = "faehre-im-nebel";
await importSeedLike(draft);
const browser = await chromium.launch(browserOptions);
try {
  for (const size of sizes) {
    for (const theme of themes) await shootAll(browser, size, theme);
  }
} finally {
  await browser.close();
  await installation.stop();
  await removeData(installation);
}

async function shootAll(
  from: Browser,
  { width, height, hasTouch }: (typeof sizes)[number],
  colorScheme: (typeof themes)[number],
) {
  const context = await from.newContext({
    baseURL: installation.url,
    viewport: { width, height },
    hasTouch,
    colorScheme,
    locale: "de-DE",
  });
  const page = await context.newPage();
  const shoot = async (name: string) => {
    const path = join(folder, `${name}-${width}-${colorScheme}.jpg`);
    await page.screenshot({ path, type: "jpeg", quality: 80 });
  };

  await page.goto("/de");
  await shoot("library");
  await page.goto("/de/read/found-on-a-thursday");
  await page.locator('[data-sentence][tabindex="0"]').waitFor();
  await shoot("story");
  await page.goto("/de/read/waehrung-unter-der-erde");
  await page.locator('[data-sentence][tabindex="0"]').waitFor();
  await markAndWrite(page);
  if (!hasTouch) await page.locator("[data-side=de] [data-sentence]").nth(1).hover();
  await shoot("reader");
  await page.goto("/de/notes");
  await page.getByRole("article").first().waitFor();
  await shoot("notes");
  await becomeEditor(context);
  await openWorkbench(page, draft);
  await page.keyboard.press("h");
  await page.getByText("Wird geprüft …").waitFor({ state: "hidden" });
  await shoot("workbench");
  await page.goto("/de/import");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await shoot("import");
  await context.close();
}

/** Two highlights and a note, as a reader leaves them. */
async function markAndWrite(page: Page) {
  await selectWords(page, "ein Stück Weltpolitik");
  await page.getByRole("button", { name: "Grün markieren" }).click();
  await selectWords(page, "aufmerksame Zuhörer");
  await page.getByRole("button", { name: "Notiz", exact: true }).click();
  await page
    .getByRole("textbox", { name: "Notiz" })
    .fill(
      "Klingt höflich. Im Englischen sind es „attentive listeners“ – auch das klingt nach Verkauf.",
    );
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByText("Gespeichert", { exact: true }).waitFor();
  await page.getByText("Gespeichert", { exact: true }).waitFor({ state: "hidden" });
}
