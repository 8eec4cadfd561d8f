import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "@/scripts/postgres.mjs";
import { type Installation, removeData, startInstallation } from "../../e2e/installation";
import { measureList } from "./measure-list";
import { measureNews } from "./measure-news";
import { measureStreams } from "./measure-streams";
import { measureWrites } from "./measure-writes";
import { openWorld } from "./world";

/**
 * What reading together costs: two server processes on one durable database, as the production build serves. `--only
 * news,streams,writes,list` measures some of it.
 */
export async function togetherBench(args: readonly string[]): Promise<number> {
  const only = args[args.indexOf("--only") + 1]?.split(",");
  const isWanted = (name: string) => !args.includes("--only") || only?.includes(name);
  const dataDir = await mkdtemp(join(tmpdir(), "zwiesprache-bench-"));
  const postgres = await startPostgres({ dataDir });
  process.env.AUTH_SECRET = "a secret of the bench that opens nothing anywhere else";
  const servers: Installation[] = [];
  try {
    for (let count = 0; count < 2; count += 1) {
      servers.push(await startInstallation({ databaseUrl: postgres.url }));
    }
    const [here, there] = servers;
    if (!here || !there) throw new Error("There are no two servers");
    const world = await openWorld(postgres.url);
    if (isWanted("news")) print(await measureNews(world, here.url, there.url));
    if (isWanted("streams")) print(await measureStreams(world, here, there.url));
    if (isWanted("writes")) print(await measureWrites(world, here.url));
    if (isWanted("list")) print(await measureList(world, here.url));
    await world.close();
    return 0;
  } finally {
    for (const server of servers) {
      await server.stop();
      await removeData(server);
    }
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function print(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}
