import { readAnswer } from "./read-answer";
import { percentile, put, signIn, type World } from "./world";

const ANNOTATIONS = 10_000;
const READERS = 50;
const ROUNDS = 10;

/** The first page of an article's annotations, asked for by fifty readers at once. */
export async function measureList(
  { slug, makeNote, database }: World,
  url: string,
): Promise<readonly string[]> {
  const author = await signIn(url);
  const one = makeNote();
  await put(url, author, one);
  await database.query(
    `INSERT INTO annotation (id, "ownerId", "articleId", audience, side, colour, note, anchor)
     SELECT gen_random_uuid(), "ownerId", "articleId", audience, side, colour, note, anchor
     FROM annotation, generate_series(1, $2) WHERE id = $1`,
    [one.id, ANNOTATIONS],
  );
  await database.query("ANALYZE annotation");
  const path = `${url}/api/articles/${slug}/annotations`;
  const readers = await Promise.all(Array.from({ length: READERS }, () => signIn(url)));
  const lines: string[] = [];
  const kinds = [
    { kind: "with accounts", people: readers },
    { kind: "without accounts", people: readers.map(() => ({})) },
    { kind: "who have all written there themselves", people: readers },
  ];
  for (const { kind, people } of kinds) {
    if (kind.startsWith("who")) for (const reader of readers) await put(url, reader, makeNote());
    const times: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const taken = await Promise.all(people.map((person) => readAnswer(path, person)));
      if (round > 0) times.push(...taken);
    }
    const [half, most] = [percentile(times, 0.5), percentile(times, 0.95)];
    lines.push(
      `first page of ${ANNOTATIONS} annotations, ${READERS} readers ${kind} at once: median ${half.toFixed(0)} ms, p95 ${most.toFixed(0)} ms (goal: p95 ≤ 100 ms)`,
    );
  }
  return lines;
}
