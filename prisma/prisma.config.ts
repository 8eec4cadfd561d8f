import { defineConfig } from "prisma/config";

// No database address: Prisma only generates the client here, `scripts/migrate.mjs` applies the migrations.
export default defineConfig({
  schema: "schema.prisma",
  migrations: { path: "migrations" },
});
