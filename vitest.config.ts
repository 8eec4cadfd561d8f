import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = {
  "@": root.replace(/\/$/, ""),
  // `server-only` throws outside React's server condition; its own empty module is what Next resolves to there.
  "server-only": `${root}node_modules/server-only/empty.js`,
};

// A hang fails, a busy machine does not: what is fast or slow is for `npm run bench` to say.
const testTimeout = 120_000;

const propertySeed = "./scripts/property-seed.ts";

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{bench,core,document,formats,i18n,ui,messages,scripts}/**/*.test.{ts,tsx}"],
          environment: "node",
          // Files of a worker share what they import, which is a third of the time; none of it keeps anything.
          isolate: false,
          setupFiles: [propertySeed],
          maxWorkers: 2,
          testTimeout,
          hookTimeout: testTimeout,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          include: ["{server,app}/**/*.test.ts"],
          environment: "node",
          globalSetup: ["./server/testing/global-setup.ts"],
          // Files of a worker share packages; our own modules are loaded anew for each (own-database.ts).
          isolate: false,
          setupFiles: [propertySeed, "./server/testing/own-database.ts"],
          testTimeout,
          hookTimeout: testTimeout,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "start",
          include: ["e2e/start/**/*.test.ts"],
          environment: "node",
          globalSetup: ["./e2e/start/require-build.ts"],
          testTimeout: 240_000,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "interchange",
          include: ["e2e/interchange/**/*.test.ts"],
          environment: "node",
          globalSetup: ["./e2e/interchange/require-programs.ts"],
          testTimeout: 15 * 60_000, // a Java program for each file
        },
      },
      {
        resolve: { alias },
        test: {
          name: "clone",
          include: ["e2e/clone/**/*.test.ts"],
          environment: "node",
          testTimeout: 15 * 60_000, // installs and builds
          hookTimeout: 2 * 60_000, // removes what was installed
        },
      },
    ],
  },
});
