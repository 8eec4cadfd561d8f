import { fileURLToPath } from "node:url";
import { buildName } from "../build-name.mjs";
import { dataFolder, openDataFolder } from "../data-folder.mjs";
import { migrate } from "../migrate.mjs";
import { runningPostgresUrl, startPostgres } from "../postgres.mjs";
import { loadSecrets } from "../secrets.mjs";
import { runningAddress } from "../start-lock.mjs";

/**
 * Sets the environment that `server` reads to the database of this installation: the one `DATABASE_URL` names, that of
 * a running installation, or the embedded one, started for as long as the command needs it.
 */
export async function openDatabase(): Promise<{ close: () => Promise<void> }> {
  const { path } = dataFolder();
  openDataFolder(path);
  if (process.env.NODE_ENV !== "development") Object.assign(process.env, buildName());
  process.env.AUTH_SECRET ??= loadSecrets(path).authSecret;
  const running = runningAddress(path);
  if (running) process.env.PUBLIC_URL ??= running; // an environment turns undefined into a word
  const known = process.env.DATABASE_URL || runningPostgresUrl(path);
  const started = known ? null : await startPostgres({ dataDir: path });
  const url = known || started?.url || "";
  process.env.DATABASE_URL = url;
  await migrate(url, fileURLToPath(new URL("../../prisma/migrations", import.meta.url)));
  return { close: async () => started?.stop() };
}
