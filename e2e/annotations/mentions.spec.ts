import { expect, expectAccessible, openArticle, test } from "../fixtures";
import { cardOf, join, newReader, shareWith, writeNote } from "../reading-together";

test("an @ in a note for a group offers its members, and whoever is named is told and finds the note", {
  tag: "@slow",
}, async ({ browser, page: teacher, article }) => {
  test.setTimeout(90_000);
  await teacher.goto("/de/groups");
  await teacher.getByLabel("Name der Gruppe").fill("Lesekreis");
  await teacher.getByRole("button", { name: "Gründen" }).click();
  await teacher.getByRole("button", { name: "Einladung erzeugen" }).click();
  const link = (await teacher.getByText(/\/de\/join\//).textContent()) ?? "";
  const [mila, jonas] = [await newReader(browser), await newReader(browser)];
  await join(mila, link, "Mila", "Lesekreis");
  await join(jonas, link, "Jonas", "Lesekreis");

  await openArticle(teacher, article);
  await writeNote(teacher, "ein Stück Weltpolitik", "Frage an");
  const card = cardOf(teacher, "Frage an");
  const note = teacher.getByRole("textbox", { name: "Notiz" });
  const people = teacher.getByRole("listbox", { name: "Wen meinen Sie?" });

  // Nobody can be named in what only its writer reads.
  await card.getByRole("button", { name: "Bearbeiten" }).click();
  await expect(note).toBeFocused();
  await teacher.keyboard.press("End");
  await teacher.keyboard.type(" @");
  await expect(people).toHaveCount(0);
  await teacher.keyboard.press("Backspace");
  await teacher.getByRole("button", { name: "Speichern" }).click();
  await shareWith(teacher, "Frage an", "Lesekreis", "alle 3 Mitglieder von „Lesekreis“");

  await card.getByRole("button", { name: "Bearbeiten" }).click();
  await expect(note).toBeFocused();
  await teacher.keyboard.press("End");
  await teacher.keyboard.type(" @");
  await expect(people.getByRole("option")).toHaveText(["Jonas", "Mila"]);
  await expectAccessible(teacher);
  await teacher.keyboard.press("ArrowDown");
  await expect(people.getByRole("option", { name: "Mila" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await teacher.keyboard.press("Enter");
  await expect(people).toHaveCount(0);
  await expect(note).toContainText("Frage an @Mila");
  await teacher.keyboard.type("was heißt das?");
  await teacher.getByRole("button", { name: "Speichern" }).click();
  await expect(cardOf(teacher, "was heißt das?")).toContainText("@Mila");
  await expect(teacher.getByText("Gespeichert", { exact: true })).toBeVisible();

  await mila.goto("/de/notifications");
  const told = mila.getByRole("main").getByRole("link", { name: /erwähnt/ });
  await expect(told).toContainText("„ein Stück Weltpolitik“");
  await told.click();
  await expect(cardOf(mila, "was heißt das?")).toBeVisible();
  await jonas.goto("/de/notifications");
  await expect(jonas.getByRole("heading", { name: "Mitteilungen", level: 1 })).toBeVisible();
  await expect(jonas.getByText(/erwähnt\.$/)).toHaveCount(0);
});
