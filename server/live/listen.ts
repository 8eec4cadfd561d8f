import "server-only";
import { Client } from "pg";
import { env } from "../env";
import { changesChannel } from "./announce-changes";

const AGAIN_MS = 1_000;
const LOOK_MS = 2_000;

/**
 * Calls `onChange` whenever the change feed may have grown: when told so, and every two seconds besides, since a
 * notification can be lost with its connection. Returns what ends it.
 */
export function listen(onChange: () => void): () => void {
  let client: Client | null = null;
  let isEnded = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const { DATABASE_DIRECT_URL, DATABASE_URL } = env();
    const next = new Client({
      connectionString: DATABASE_DIRECT_URL ?? DATABASE_URL,
      connectionTimeoutMillis: 10_000,
    });
    client = next;
    next.on("notification", onChange);
    next.on("error", () => next.end().catch(() => {}));
    next.on("end", reconnect);
    try {
      await next.connect();
      await next.query(`LISTEN ${changesChannel}`);
      onChange();
    } catch {
      await next.end().catch(() => {});
      reconnect();
    }
  }

  function reconnect(): void {
    if (isEnded) return;
    clearTimeout(retry);
    retry = setTimeout(connect, AGAIN_MS).unref();
  }

  const look = setInterval(onChange, LOOK_MS).unref();
  void connect();
  return () => {
    isEnded = true;
    clearInterval(look);
    clearTimeout(retry);
    void client?.end().catch(() => {});
  };
}
