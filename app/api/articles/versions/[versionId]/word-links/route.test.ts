import { beforeAll, expect, test } from "vitest";
import { buildWordLinkWorker } from "@/scripts/build-worker.mjs";
import { seedArticle } from "@/server/testing/seed-article";
import { send } from "@/server/testing/send";
import { GET } from "./route";

beforeAll(() => buildWordLinkWorker());

function wordLinks(versionId: string, sentences: string) {
  const path = `/api/articles/versions/${versionId}/word-links?sentences=${sentences}`;
  return GET(send("GET", path), { params: Promise.resolve({ versionId }) });
}

test("the words of a bead are linked, of whichever side a sentence was asked for", async () => {
  const { version } = await seedArticle({ slug: "worte" });
  const response = await wordLinks(version.id, "ds1");
  expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  const { beads } = await response.json();
  expect(beads).toHaveLength(1);
  const [german, english] = [
    "Am Morgen lagen drei Schiffe im Hafen. ",
    "In the morning there were three ships in the harbour. ",
  ];
  const pairs = beads[0].links.map(([deStart, deEnd, enStart, enEnd]: number[]) => [
    german.slice(deStart, deEnd),
    english.slice(enStart, enEnd),
  ]);
  expect(pairs).toEqual(
    expect.arrayContaining([
      ["Schiffe", "ships"],
      ["Hafen", "harbour"],
    ]),
  );
  expect(await (await wordLinks(version.id, "es1")).json()).toEqual({ beads });
});

test.each(["", "x1", "ds1;es2", `ds1${",ds1".repeat(100)}`, "ds1,"])(
  "%j names no sentences and is refused",
  async (sentences) => {
    const { version } = await seedArticle({ slug: `worte-${sentences.length}-${Date.now()}` });
    expect((await wordLinks(version.id, sentences)).status).toBe(422);
  },
);

test("sentences that are not there have no links", async () => {
  const { version } = await seedArticle({ slug: "ohne-worte" });
  expect(await (await wordLinks(version.id, "ds999")).json()).toEqual({ beads: [] });
});
