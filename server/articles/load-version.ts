import "server-only";
import type { Article } from "@/core/article/article";
import { readVersion } from "@/formats/version/read-version";
import type { Database, Transaction } from "../db";
import { byteCache } from "./byte-cache";
import { keepParsed, takeParsed } from "./parsed-version";

// Objects around a text take about eight times the room of its characters.
const BYTES_PER_CHARACTER = 8;
const articles = byteCache<Article>(64 * 1024 * 1024);

/** The article of a version, which never changes. Asks nobody's permission: whoever calls has looked up what may be read. */
export async function loadVersion(id: string, client: Database | Transaction): Promise<Article> {
  const known = articles.get(id);
  if (known) return known;
  const parsed = await takeParsed(id, client);
  if (parsed) return keep(id, parsed.article, parsed.characters);
  const files = await client.articleVersion.findUniqueOrThrow({
    where: { id },
    select: { de: true, en: true, alignment: true },
  });
  const meanwhile = articles.get(id); // several readers may have missed it at once: only one of them parses
  if (meanwhile) return meanwhile;
  const { article } = readVersion(files);
  keep(id, article, files.de.length + files.en.length + files.alignment.length);
  await keepParsed(id, article, client);
  return article;
}

function keep(id: string, article: Article, characters: number): Article {
  articles.set(id, article, characters * BYTES_PER_CHARACTER);
  return article;
}
