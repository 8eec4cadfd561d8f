import { expect, test } from "vitest";
import { seedArticle } from "@/server/testing/seed-article";
import { send } from "@/server/testing/send";
import { newVisitor } from "@/server/testing/visitor";
import { POST } from "./route";

const source = "https://anders.example/de/read/viele-notizen";

function entry(index: number, value: string) {
  const selector = { type: "TextQuoteSelector", exact: "drei Schiffe", prefix: "", suffix: "" };
  return {
    ...{ type: "Annotation", id: `urn:note:${index}`, target: { source, selector } },
    body: { type: "TextualBody", value },
  };
}

test("of what is refused without a name the report gives the place, counted alike whatever the reason", async () => {
  const { cookie } = await newVisitor();
  const body = { place: 0, entries: [{ value: "\0" }, { value: "no annotation" }] };
  const response = await POST(send("POST", "/api/notes/import", { cookie, body }));
  const { results } = await response.json();
  expect(results).toMatchObject([
    { sourceId: "#0", reason: "unstorable" },
    { sourceId: "#1", reason: "not-an-annotation" },
  ]);
});

test("of several notes the one with a NUL and the one with half a surrogate pair are refused, the others taken in", async () => {
  await seedArticle({ slug: "viele-notizen" });
  const { cookie } = await newVisitor();
  const entries = ["eins", "a\0b", "drei", "\ud83d", "fünf"].map((text, at) => entry(at, text));
  const body = JSON.stringify({ place: 60, entries });
  const response = await POST(send("POST", "/api/notes/import", { cookie, body }));
  expect(response.status).toBe(200);
  const { results } = await response.json();
  const unstorable = { outcome: "refused", reason: "unstorable", quote: "" };
  const taken = { outcome: "placed", reason: null, quote: "drei Schiffe" };
  expect(results).toEqual([
    { ...taken, sourceId: "urn:note:0" },
    { ...unstorable, sourceId: "#61" },
    { ...taken, sourceId: "urn:note:2" },
    { ...unstorable, sourceId: "#63" },
    { ...taken, sourceId: "urn:note:4" },
  ]);
});
