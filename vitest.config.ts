import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = {
  "@": root.replace(/\/$/, ""),
  // `server-only` throws outside React's server condition; its own empty module is what Next resolves to there.
  "server-only": `${root}node_modules/server-only/empty.js`,
};

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
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          include: ["{server,app}/**/*.test.ts"],
          environment: "node",
          globalSetup: ["./server/testing/global-setup.ts"],
          setupFiles: ["./server/testing/own-database.ts"],
          maxWorkers: 2,
        },
      },
    ],
  },
});
