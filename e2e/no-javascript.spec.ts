import { expect, test } from "./fixtures";

test.use({ javaScriptEnabled: false });

test("without JavaScript the library and both texts can be read, and rows can be linked to", async ({
  page,
}) => {
  await page.goto("/de");
  await page.getByRole("link", { name: "Die Währung unter der Erde" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Die Währung unter der Erde" }),
  ).toBeVisible();
  await expect(page.getByText("In jedem Elektroauto steckt ein Stück Weltpolitik.")).toBeVisible();
  await expect(page.locator("[data-side=en] [data-sentence]").first()).toBeVisible();
  const last = page.locator(".row-number").last();
  await last.click();
  await expect(page).toHaveURL(/#r\d+$/);
});

test("without JavaScript a phone shows German and English in turn", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/de/read/found-on-a-thursday");
  const german = await page.locator("[data-side=de] .row .cell").nth(2).boundingBox();
  const english = await page.locator("[data-side=en] .row .cell").nth(2).boundingBox();
  expect(english?.y).toBeGreaterThanOrEqual((german?.y ?? 0) + (german?.height ?? 0));
});

test("without JavaScript links into a group and out of it are made and taken back, from our own pages only", {
  tag: "@slow",
}, async ({ page, context, viewer: _viewer, baseURL }) => {
  const headers = { origin: baseURL ?? "" };
  const data = { name: "Klasse 9b" };
  const { id } = await (await context.request.post("/api/groups", { headers, data })).json();
  await page.goto(`/de/groups/${id}`);
  await page.getByLabel("Die Person").selectOption("liest mit");
  await page.getByRole("button", { name: "Einladung erzeugen" }).click();
  const invitation = (await page.getByText(/\/de\/join\//).textContent()) ?? "";
  await expect(page.getByText("liest mit · 0 von ∞ benutzt")).toBeVisible();
  expect((await context.request.get(invitation)).status()).toBe(200);

  await page.getByRole("button", { name: "Zurücknehmen" }).click();
  await expect(page.getByText("liest mit · 0 von ∞ benutzt")).toHaveCount(0);
  await page.getByRole("button", { name: "Link erzeugen" }).click();
  const shown = await page.getByLabel("Link zum Weitergeben").inputValue();
  expect((await context.request.get(shown)).status()).toBe(200);
  await expect(page.getByRole("button", { name: "Kopieren" })).toBeHidden();

  await page.goto(`/de/groups/${id}`);
  const maker = { has: page.getByRole("button", { name: "Link erzeugen" }) };
  const multipart = fieldsIn(await page.locator("form", maker).innerHTML());
  const send = async (origin: string) =>
    (await context.request.post(page.url(), { headers: { origin }, multipart })).status();
  expect(await send("https://anderswo.example")).toBe(500);
  expect(await send("null")).toBe(500);
  const links = async () => (await (await context.request.get("/api/share-links")).json()).links;
  expect(await links()).toHaveLength(1);
  expect(await send(baseURL ?? "")).toBe(200);
  expect(await links()).toHaveLength(2);

  await page.goto("/de/account");
  await page.getByRole("button", { name: "Den Link zu „Klasse 9b“ zurücknehmen" }).first().click();
  await expect(page.getByText("Die Notizen der Gruppe „Klasse 9b“")).toHaveCount(1);
});

/** What the browser would send of a form, as it stands in the page. */
function fieldsIn(html: string): Record<string, string> {
  const inputs = html.matchAll(/<input[^>]* name="([^"]+)"(?:[^>]* value="([^"]*)")?/g);
  return Object.fromEntries(
    [...inputs].map(([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"')]),
  );
}
