import { expect, test } from "../fixtures";
import { becomeEditor, importSeedLike, isKept, openWorkbench } from "./working";

const slug = `aus-word-${Date.now()}`;

/** What Word puts on the clipboard: its own namespaces, conditional comments, a style sheet and classes of its own. */
const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta charset="utf-8"><meta name="Generator" content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif; color:red;} --></style></head>
<body lang="DE" style="tab-interval:35.4pt"><!--StartFragment-->
<p class="MsoNormal" style="margin-left:36pt"><span style="font-size:14.0pt;font-family:Arial;mso-fareast-language:DE;color:red">Der Wirt kam <b style="mso-bidi-font-weight:normal">sehr</b> spät.<o:p></o:p></span></p>
<!--EndFragment--></body></html>`;

test("words pasted from Word bring their emphasis and nothing of Word", { tag: "@slow" }, async ({
  page,
  context,
}) => {
  await importSeedLike(slug);
  await becomeEditor(context);
  await openWorkbench(page, slug);
  await page.keyboard.press("e");
  const written = page.getByRole("textbox", { name: "Deutscher Text" });
  await expect(written).toBeFocused();
  await page.keyboard.press("Control+a");
  await written.evaluate((element, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", "Der Wirt kam sehr spät.");
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, fromWord);
  await expect(written).toHaveText("Der Wirt kam sehr spät.");
  await expect(written.locator("strong")).toHaveText("sehr");
  await expect(written.locator("span, [style], [class*=Mso], meta, style")).toHaveCount(0);
  await page.keyboard.press("Control+Enter");
  await isKept(page);
  await page.reload();
  await expect(page.getByText("Der Wirt kam sehr spät.")).toBeVisible();
});
