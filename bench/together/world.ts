import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { Annotation } from "@/core/annotation/annotation";

/** An article of the library, and the database beside the servers. */
export type World = {
  readonly slug: string;
  readonly articleId: string;
  readonly database: Client;
  /** A note for everyone, as a browser makes it. */
  readonly makeNote: () => Annotation;
  readonly close: () => Promise<void>;
};

const slug = "elf-minuten";

export async function openWorld(databaseUrl: string): Promise<World> {
  process.env.DATABASE_URL = databaseUrl;
  const { loadArticle } = await import("@/server/articles/load-article");
  const { makeAnnotation } = await import("@/server/testing/make-annotation");
  const { db } = await import("@/server/db");
  const reading = await loadArticle(null, slug);
  if (!reading) throw new Error(`The article ${slug} is not in the library`);
  const row = await db().article.findUniqueOrThrow({ where: { slug } });
  const content = [{ type: "text" as const, text: "Was hier steht, lesen alle." }];
  const note = { type: "doc" as const, content: [{ type: "paragraph" as const, content }] };
  const made = makeAnnotation(reading, "zwei Armbanduhren", { note, audience: "public" });
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  return {
    slug,
    articleId: row.id,
    database,
    makeNote: () => ({ ...made, id: randomUUID() }),
    close: async () => {
      await database.end();
      await db().$disconnect();
    },
  };
}

/** Somebody with a browser of their own: what it sends with every request. */
export async function signIn(url: string): Promise<Record<string, string>> {
  const response = await fetch(`${url}/api/auth/sign-in/anonymous`, {
    method: "POST",
    headers: { origin: url, "content-type": "application/json" },
    body: "{}",
  });
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  return { origin: url, cookie: cookies.join("; ") };
}

/** Saves a note as its maker's browser would, and waits until it is stored. */
export async function put(
  url: string,
  person: Record<string, string>,
  note: Annotation,
): Promise<void> {
  const response = await fetch(`${url}/api/annotations/${note.id}`, {
    method: "PUT",
    headers: {
      ...person,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
      "if-none-match": "*",
    },
    body: JSON.stringify(note),
  });
  const answer = await response.text();
  if (response.status !== 201) throw new Error(`Not stored: ${response.status} ${answer}`);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
