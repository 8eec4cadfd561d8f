import { expect, test } from "vitest";
import { GET } from "./route";

function ask(search: string) {
  return GET(new Request(`http://localhost/api/look-up?${search}`));
}

test("a word is answered with its entries, for caches to keep", async () => {
  const answer = await ask("language=de&words=Zuh%C3%B6rern");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toContain("public");
  expect((await answer.json()).entries[0]).toMatchObject({ headword: "Zuhörer" });
});

test("a verb is found with its particle", async () => {
  const answer = await ask("language=de&words=stellt&particles=dar");
  expect((await answer.json()).entries[0]).toMatchObject({ headword: "darstellen" });
});

test("a word that is not there has no entries", async () => {
  expect(await (await ask("language=en&words=xyzzy")).json()).toEqual({ entries: [] });
});

test.each([
  "",
  "language=fr&words=mot",
  "language=de",
  "language=de&words=",
  `language=de&words=${"a".repeat(201)}`,
  `language=de&words=a&particles=${"ab,".repeat(30)}`,
])("%s is refused in words", async (search) => {
  const answer = await ask(search);
  expect(answer.status).toBe(422);
  expect((await answer.json()).title).toBeTruthy();
});
