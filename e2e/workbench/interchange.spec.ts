import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "../fixtures";
import { runImport } from "../installation";
import { becomeEditor, importSeedLike, openWorkbench } from "./working";

const slug = `hin-und-zurueck-${Date.now()}`;

test(
  "a translation memory goes out, another program changes a sentence, and it comes in as the next version",
  {
    tag: "@slow",
  },
  async ({ page, context }, testInfo) => {
    await importSeedLike(slug);
    await becomeEditor(context);
    await page.goto(`/de/read/${slug}`);
    await page.getByText("Herunterladen", { exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Übersetzungsspeicher (TMX)" }).click(),
    ]);
    const written = await readFile(await download.path(), "utf8");

    // The other program: the browser's own XML parser and writer, which know nothing of ours.
    const changed = await page.evaluate((source) => {
      const document = new DOMParser().parseFromString(source, "application/xml");
      const segments = [...document.querySelectorAll('tuv[*|lang|="en"] seg')];
      const segment = segments.at(5);
      if (!segment) return null;
      segment.textContent = "Here a colleague wrote something else & saved it.";
      return new XMLSerializer().serializeToString(document);
    }, written);
    expect(changed).not.toBeNull();
    const path = testInfo.outputPath("changed.tmx");
    await writeFile(path, changed ?? "");
    const said = await runImport(process.env.E2E_DATA_DIR ?? "", [path, "--into", slug]);
    expect(said).not.toBe("");

    await openWorkbench(page, slug);
    await expect(
      page.getByRole("button", { name: "Here a colleague wrote something else & saved it." }),
    ).toBeVisible();
    await page.goto(`/de/workbench/${slug}/versions?from=1&to=2`);
    await expect(page.getByRole("insertion").filter({ hasText: "something" })).toBeVisible();
  },
);
