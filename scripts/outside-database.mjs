import { Client } from "pg";
import { Refusal } from "./refusal.mjs";

/** Refuses (`database-unreachable`) a database that does not let us in. @param {string} connectionString */
export async function refuseUnreachable(connectionString) {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new Refusal("database-unreachable", { error: messageOf(error) });
  } finally {
    await client.end().catch(() => {});
  }
}

/** A name with several addresses fails with one error for each, and none of its own. @param {unknown} error */
function messageOf(error) {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}
