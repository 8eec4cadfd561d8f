import { Client } from "pg";
import { put, signIn, type World } from "./world";

const WRITES = 300;
/** One account alone would soon be asked to wait. */
const ACCOUNTS = 10;

/** Notes that are stored for good through the API, against a bare loop of INSERTs of the same rows on the same database. */
export async function measureWrites(
  { makeNote, articleId, database }: World,
  url: string,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const writers of [1, 10]) {
    const people = await Promise.all(Array.from({ length: ACCOUNTS }, () => signIn(url)));
    const owner = await database.query<{ id: string }>(`SELECT id FROM "user" LIMIT 1`);
    const ownerId = owner.rows[0]?.id ?? "";
    const clients = Array.from(
      { length: writers },
      () => new Client({ connectionString: process.env.DATABASE_URL ?? "" }),
    );
    for (const client of clients) await client.connect();
    // In turn, twice: whatever disturbs the machine disturbs both. The first pair warms up and does not count.
    let rates = { bare: 0, api: 0 };
    for (let round = 0; round < 2; round += 1) {
      const bare = await rate(writers, (index) =>
        insert(clients[index], ownerId, articleId, makeNote()),
      );
      const api = await rate(writers, (index, count) =>
        put(url, people[(index + count) % ACCOUNTS] ?? {}, makeNote()),
      );
      rates = { bare, api };
    }
    for (const client of clients) await client.end();
    const share = rates.api / rates.bare;
    lines.push(
      `durable notes, ${writers} at a time: ${rates.api.toFixed(0)}/s through the API, ${rates.bare.toFixed(0)}/s as bare INSERTs: ${share.toFixed(2)} (goal: ≥ 0.3)`,
    );
  }
  return lines;
}

async function rate(
  writers: number,
  write: (writer: number, count: number) => Promise<void>,
): Promise<number> {
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let count = 0; count < WRITES / writers; count += 1) await write(writer, count);
    }),
  );
  return (WRITES / (performance.now() - begun)) * 1000;
}

async function insert(
  client: Client | undefined,
  ownerId: string,
  articleId: string,
  note: ReturnType<World["makeNote"]>,
): Promise<void> {
  await client?.query(
    `INSERT INTO annotation (id, "ownerId", "articleId", audience, side, colour, note, anchor)
     VALUES ($1, $2, $3, 'public', 'de', 'yellow', $4, $5)`,
    [note.id, ownerId, articleId, JSON.stringify(note.note), JSON.stringify(note.anchor)],
  );
}
