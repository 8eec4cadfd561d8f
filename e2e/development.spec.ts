import { expect, expectAccessible, test } from "./fixtures";
import { type Installation, removeData, startInstallation } from "./installation";

// What only those see who work on the application; a page is made when it is first asked for, so that everything takes longer.
test.describe.configure({ timeout: 180_000 });

const opened = [
  "/de/mailbox",
  "/de/styleguide",
  "/de/reset",
  "/de/sign-in",
  "/api/auth/sign-up",
  "/api/auth/reset",
  "/api/auth/sign-in/password",
  "/api/viewer",
];

let installation: Installation;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  installation = await startInstallation({ isDevelopment: true });
  // A page that is open while another is made may load itself anew.
  for (const path of opened) await fetch(`${installation.url}${path}`);
});

test.afterAll(async () => {
  await installation.stop();
  await removeData(installation);
});

test("the mailbox shows what no mail server has sent, and its links work", {
  tag: "@slow",
}, async ({ page, request }) => {
  const { url } = installation;
  const headers = { origin: url };
  await page.goto(`${url}/de/mailbox`);
  await expect(page.getByRole("heading", { name: "Postfach der Entwicklung" })).toBeVisible();
  const email = "mila@lesen.example";
  const made = await request.post(`${url}/api/auth/sign-up`, {
    headers,
    data: { email, name: "Mila", password: "ein langes Passwort" },
  });
  expect(made.ok(), await made.text()).toBe(true);
  const asked = await request.post(`${url}/api/auth/reset`, { headers, data: { email } });
  expect(asked.status()).toBe(202);

  await page.reload();
  const mail = page.getByText(/\/de\/\S+#\S+/);
  await expect(page.getByRole("heading", { name: email })).toBeVisible();
  const [link = ""] = /http\S+#\S+/.exec(await mail.innerText()) ?? [];
  await expectAccessible(page);
  expect(installation.printed()).toContain(link);
  await page.goto(link);
  await page
    .getByLabel(/Passwort/)
    .first()
    .fill("ein ganz anderes Passwort");
  await page.getByRole("button", { name: /Passwort/ }).click();
  await expect(page).toHaveURL(`${url}/de/sign-in`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const answer = await request.post(`${url}/api/auth/sign-in/password`, {
    headers,
    data: { email, password: "ein ganz anderes Passwort" },
  });
  expect(answer.status()).toBe(200);
});

test("the style guide shows everything in every theme, without a barrier", {
  tag: "@slow",
}, async ({ page }) => {
  await page.goto(`${installation.url}/de/styleguide`);
  const themes = ["Hell", "Dunkel", "Sepia"];
  for (const name of themes) {
    await expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
  }
  await expectAccessible(page);
});
