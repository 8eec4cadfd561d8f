import { openStream } from "./open-stream";
import { percentile, put, signIn, type World } from "./world";

const ROUNDS = 100;

/** From the moment a note is sent to one process until a reader at the other has been given it. */
export async function measureNews(
  { slug, makeNote }: World,
  here: string,
  there: string,
): Promise<readonly string[]> {
  const author = await signIn(here);
  const waiting = new Map<string, (at: number) => void>();
  const stream = await openStream(there, slug, (id) => {
    void fetch(`${there}/api/annotations/${id}`).then(async (response) => {
      await response.arrayBuffer();
      waiting.get(id)?.(performance.now());
    });
  });
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const note = makeNote();
    const arrives = new Promise<number>((resolve) => waiting.set(note.id, resolve));
    const begun = performance.now();
    await put(here, author, note);
    times.push((await arrives) - begun);
  }
  stream.close();
  const [half, most] = [percentile(times, 0.5), percentile(times, 0.95)];
  return [
    `note to a reader of another process: median ${half.toFixed(0)} ms, p95 ${most.toFixed(0)} ms over ${ROUNDS} (goal: p95 ≤ 500 ms)`,
  ];
}
