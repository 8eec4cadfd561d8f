import { expect, test } from "./fixtures";

test("machines find every open page in both languages, and each page names the other", async ({
  request,
  article,
}) => {
  const sitemap = await (await request.get("/sitemap.xml")).text();
  for (const locale of ["de", "en"]) {
    expect(sitemap).toContain(`<loc>${process.env.E2E_URL}/${locale}/read/${article}</loc>`);
    const page = await (await request.get(`/${locale}/read/${article}`)).text();
    for (const other of ["de", "en"]) {
      const href = `${process.env.E2E_URL}/${other}/read/${article}`;
      expect(page).toMatch(
        new RegExp(`<link rel="alternate" hrefLang="${other}" href="${href}"`, "i"),
      );
      expect(sitemap).toContain(`hreflang="${other}" href="${href}"`);
    }
  }
});
