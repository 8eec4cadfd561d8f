import { expect, test } from "vitest";
import { nobody } from "@/core/viewer/viewer";
import { newVisitor } from "../testing/visitor";
import { importArticle } from "./import-article";
import { listArticles } from "./list-articles";
import { loadArticle } from "./load-article";

const files = {
  de: "---\ntitle: Der Fund\nlevel: B1\n---\n\nEs war kalt. Niemand kam.\n",
  en: "---\ntitle: The Find\nfiction: true\n---\n\nIt was cold. Nobody came.\n",
  alignment: null,
};

function add(slug: string, importedById: string | null, changed = files) {
  return importArticle({
    slug,
    audience: "draft",
    files: changed,
    message: "from a document",
    importedById,
  });
}

test("an import is a draft that its importer reads and nobody else", async () => {
  const [importer, other] = [await newVisitor(), await newVisitor("owner")];
  const result = await add("mein-fund", importer.viewer.id);
  expect(result).toEqual({ ok: true, slug: "mein-fund", version: 1 });

  const reading = await loadArticle(importer.viewer, "mein-fund");
  expect(reading).toMatchObject({ audience: "draft", version: { number: 1 } });
  expect(reading?.article.sides.en.frontMatter.title).toBe("The Find");
  expect(await loadArticle(other.viewer, "mein-fund")).toBeNull();
  expect(await loadArticle(nobody, "mein-fund")).toBeNull();
});

test("the operator's import is read by the installation's owner", async () => {
  const [owner, reader] = [await newVisitor("owner"), await newVisitor()];
  await add("fund-des-betreibers", null);
  expect(await loadArticle(owner.viewer, "fund-des-betreibers")).not.toBeNull();
  expect(await loadArticle(reader.viewer, "fund-des-betreibers")).toBeNull();
});

test("a name that is taken is refused, even by an article that the importer cannot see", async () => {
  const [first, second] = [await newVisitor(), await newVisitor()];
  await add("belegt", first.viewer.id);
  expect(await add("belegt", second.viewer.id)).toEqual({ ok: false, reason: "slug-taken" });
});

test("of two imports under one name at the same moment one is refused", async () => {
  const results = await Promise.all([add("zugleich", null), add("zugleich", null)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
});

test.each(["", "Groß", "a b", "../a", "a--b", "-a", "a".repeat(101)])(
  "%j names no article",
  async (slug) => {
    expect(await add(slug, null)).toEqual({ ok: false, reason: "slug-invalid" });
  },
);

test("a document without text is refused", async () => {
  const empty = { de: "", en: "\n\n", alignment: null };
  expect(await add("leer", null, empty)).toEqual({ ok: false, reason: "empty" });
});

test("the library lists what the viewer may read, with titles, minutes and front matter of either file", async () => {
  const importer = await newVisitor();
  await add("liste", importer.viewer.id);
  expect(await listArticles(importer.viewer)).toEqual([
    {
      slug: "liste",
      audience: "draft",
      titles: { de: "Der Fund", en: "The Find" },
      subtitles: { de: null, en: null },
      minutes: { de: 1, en: 1 },
      level: "B1",
      isFiction: true,
    },
  ]);
  expect(await listArticles(nobody)).toEqual([]);
});

test("markup in a document is data: nothing of it is run, and all of it can be read", async () => {
  const sly = "{process.exit(1)}\n\n<script>alert(1)</script>\n\nText.\n";
  const importer = await newVisitor();
  await add("frech", importer.viewer.id, { de: sly, en: sly, alignment: null });
  expect(await loadArticle(importer.viewer, "frech")).not.toBeNull();
});
