import { Client } from "pg";
import { put, signIn, type World } from "./world";

const WRITES = 1_000;
/** One reader after the other; a group; a class and its neighbours. */
const WRITERS = [1, 10, 50];
/** One account alone would soon be asked to wait. */
const ACCOUNTS = 50;

/**
 * Notes that are stored for good through the API, against bare INSERTs of the same rows into the same database: in a loop, one
 * after the other, and as many at once.
 */
export async function measureWrites(
  { makeNote, articleId, database }: World,
  url: string,
): Promise<readonly string[]> {
  const lines: string[] = [];
  const people = await Promise.all(Array.from({ length: ACCOUNTS }, () => signIn(url)));
  const owner = await database.query<{ id: string }>(`SELECT id FROM "user" LIMIT 1`);
  const ownerId = owner.rows[0]?.id ?? "";
  for (const writers of WRITERS) {
    const clients = Array.from(
      { length: writers },
      () => new Client({ connectionString: process.env.DATABASE_URL ?? "" }),
    );
    for (const client of clients) await client.connect();
    const bare = (index: number) => insert(clients[index], ownerId, articleId, makeNote());
    const api = (index: number, count: number) =>
      put(url, people[(index + count) % ACCOUNTS] ?? {}, makeNote());
    // In turn, twice: whatever disturbs the machine disturbs all. The first round warms up and does not count.
    let rates = { loop: 0, bare: 0, api: 0 };
    for (let round = 0; round < 2; round += 1) {
      rates = {
        loop: await rate(1, bare),
        bare: await rate(writers, bare),
        api: await rate(writers, api),
      };
    }
    for (const client of clients) await client.end();
    const share = (of: number) => `${of.toFixed(0)}/s: ${(rates.api / of).toFixed(2)}`;
    lines.push(
      `durable notes, ${writers} at a time: ${rates.api.toFixed(0)}/s through the API, against a loop of bare INSERTs ${share(rates.loop)} (goal: ≥ 0.3), against as many at a time ${share(rates.bare)}`,
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
