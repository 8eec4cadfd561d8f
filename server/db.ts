import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/prisma/generated/client";
import { env } from "./env";
import { refuseUndefined } from "./refuse-undefined";

declare global {
  // In development Next loads this module anew after every change; the client outlives it.
  var zwiespracheDatabase: Database | undefined;
}

const POOL_SIZE = 10;

export type Database = ReturnType<typeof openDatabase>;
/** What a callback of `db().$transaction` is given. */
export type Transaction = Parameters<Parameters<Database["$transaction"]>[0]>[0];

/** The database client of this process, made when first asked for. */
export function db(): Database {
  globalThis.zwiespracheDatabase ??= openDatabase();
  return globalThis.zwiespracheDatabase;
}

function openDatabase() {
  const adapter = new PrismaPg({
    connectionString: env().DATABASE_URL,
    max: POOL_SIZE,
    connectionTimeoutMillis: 10_000,
  });
  const client = new PrismaClient({
    adapter,
    // A class that saves at once queues for the pool; it should wait a little rather than be told off.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
  return client.$extends({
    query: {
      $allModels: {
        $allOperations({ args, model, operation, query }) {
          refuseUndefined(args, `${model}.${operation}`);
          return query(args);
        },
      },
    },
  });
}
