import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate } from "@/scripts/migrate.mjs";
import { startPostgres } from "@/scripts/postgres.mjs";

// `npm run bench:sign-in`: how long a wrong password takes for an address that has an account, and for one that has
// none. Whoever could tell them apart would know who is here. The two take turns, so that a busy machine disturbs both.

const ROUNDS = 50;
const password = "Quittengelee im Oktober";
const headers = new Headers({ "accept-language": "de" });

const dataDir = await mkdtemp(join(tmpdir(), "zwiesprache-bench-"));
const postgres = await startPostgres({ dataDir, isDurable: false });
try {
  await migrate(postgres.url, fileURLToPath(new URL("../../prisma/migrations", import.meta.url)));
  process.env.DATABASE_URL = postgres.url;
  process.env.AUTH_SECRET = "a secret of the bench that opens nothing anywhere else";
  process.env.PUBLIC_URL = "http://localhost:3000";
  await measure();
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(0); // the pool of connections would keep the process for a while

async function measure(): Promise<void> {
  const { signIn, signUp } = await import("@/server/account/sign-in");
  const emails = Array.from({ length: ROUNDS }, (_, index) => `leserin${index}@schule.example`);
  for (const email of emails) await signUp(headers, { name: "Mila", email, password });

  const times: Record<"existing" | "missing", number[]> = { existing: [], missing: [] };
  for (const email of emails) {
    for (const kind of ["existing", "missing"] as const) {
      const asked = kind === "existing" ? email : `keine-${email}`;
      const startedAt = performance.now();
      const attempt = { email: asked, password: "nicht dieses Passwort", isShared: false };
      const result = await signIn(headers, attempt);
      times[kind].push(performance.now() - startedAt);
      if (result.ok || result.reason !== "wrong-credentials") throw new Error("Not refused");
    }
  }
  const [existing, missing] = [median(times.existing), median(times.missing)];
  const difference = Math.abs(existing - missing) / Math.max(existing, missing);
  console.log(`existing account: median ${existing.toFixed(1)} ms over ${ROUNDS} tries`);
  console.log(`missing account:  median ${missing.toFixed(1)} ms over ${ROUNDS} tries`);
  console.log(`difference: ${(100 * difference).toFixed(1)} % (goal: within 10 %)`);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
