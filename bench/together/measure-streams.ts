import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Installation } from "../../e2e/installation";
import { findServer } from "../page/server-cpu";
import { type OpenStream, openStream } from "./open-stream";
import { percentile, put, signIn, type World } from "./world";

const STREAMS = 2_000;
const TOGETHER = 50;
const ROUNDS = 5;
const SETTLE_MS = 3_000;

/** What open streams add to a process, and how long a note takes until all of them were told. */
export async function measureStreams(
  { slug, makeNote }: World,
  { url, dataDir }: Installation,
  elsewhere: string,
): Promise<readonly string[]> {
  const author = await signIn(elsewhere);
  await put(elsewhere, author, makeNote()); // all code that a stream needs has run once
  const first = await openStream(url, slug, () => {});
  await wait(SETTLE_MS);
  const before = memoryMb(dataDir);
  const arrivals = new Map<string, number[]>();
  const streams: OpenStream[] = [first];
  while (streams.length < STREAMS) {
    const batch = Array.from({ length: TOGETHER }, () =>
      openStream(url, slug, (id) => arrivals.get(id)?.push(performance.now())),
    );
    streams.push(...(await Promise.all(batch)));
  }
  await wait(SETTLE_MS);
  const opened = memoryMb(dataDir);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const note = makeNote();
    const told: number[] = [];
    arrivals.set(note.id, told);
    const begun = performance.now();
    await put(elsewhere, author, note);
    while (told.length < streams.length - 1) await wait(20);
    times.push(...told.map((at) => at - begun));
  }
  const told = memoryMb(dataDir);
  for (const stream of streams) stream.close();
  const added = Math.max(opened, told) - before;
  return [
    `${streams.length} open streams: ${added.toFixed(0)} MB added (goal: ≤ 300 MB), a note reaches them in median ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms (goal: p95 ≤ 2,000 ms)`,
  ];
}

function memoryMb(dataDir: string): number {
  const pid = findServer(dataDir);
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}
