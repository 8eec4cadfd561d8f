import { expect, test } from "../fixtures";
import { becomeEditor, importSeedLike, isKept, newEditor, openWorkbench, save } from "./working";

const slug = `stand-${Date.now()}`;

test("how far the checking is, by whom and on which day; the strip beside the text leads to a place", {
  tag: "@slow",
}, async ({ page, context, browser }) => {
  await importSeedLike(slug);
  await becomeEditor(context);
  await openWorkbench(page, slug);
  for (let count = 0; count < 3; count += 1) await page.keyboard.press("v");
  await save(page, "Die ersten drei");
  await expect(page.getByText("Fassung 2 ist gespeichert.")).toBeVisible();

  const colleague = await newEditor(browser);
  await openWorkbench(colleague, slug);
  await colleague.keyboard.press("n");
  await colleague.keyboard.press("v");
  await isKept(colleague);
  await colleague.getByRole("button", { name: "Stand der Prüfung" }).click();
  const dialog = colleague.getByRole("dialog", { name: "Stand der Prüfung" });
  const today = await colleague.evaluate(() =>
    new Intl.DateTimeFormat("de-DE", { dateStyle: "medium" }).format(new Date()),
  );
  const counts = async (caption: string) =>
    (await dialog.getByRole("table", { name: caption }).getByRole("cell").allTextContents()).map(
      Number,
    );
  const byChecker = await counts("Wer geprüft hat");
  expect(byChecker).toHaveLength(2);
  const [more = 0, fewer = 0] = byChecker;
  expect(more).toBeGreaterThan(fewer);
  expect(await counts("Nach Tagen")).toEqual([more + fewer]);
  await expect(dialog.getByRole("rowheader", { name: today })).toBeVisible();
  await colleague.keyboard.press("Escape");

  const strip = colleague.locator("svg[aria-hidden][preserveAspectRatio=none]");
  const box = await strip.boundingBox();
  if (!box) throw new Error("There is no strip");
  const last = colleague.locator("[data-sentence]").last();
  await expect(last).not.toBeInViewport();
  await colleague.mouse.click(box.x + box.width / 2, box.y + box.height - 2);
  await expect(last).toBeInViewport();
  await colleague.context().close();
});
