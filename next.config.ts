import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { securityHeaders } from "./server/http/security-headers";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./i18n/request.ts",
  // Messages are parsed once, here: the parser stays at home.
  experimental: {
    messages: { path: "./messages", format: "json", locales: "infer", precompile: true },
  },
});

const build = Date.now().toString(36);

const config: NextConfig = {
  poweredByHeader: false,
  env: { NEXT_PUBLIC_BUILD: build }, // names what this build renders: ui/reader/side-text.tsx
  generateBuildId: () => build, // written down in the build, for scripts/build-name.mjs
  skipTrailingSlashRedirect: true,
  compress: process.env.BEHIND_PROXY !== "1", // a proxy in front compresses once and caches
  typescript: { ignoreBuildErrors: true }, // types are a step of their own in `npm test`
  experimental: {
    cssChunking: "graph", // a page loads few rules of other pages
  },
  serverExternalPackages: ["pg", "@prisma/client", "@prisma/adapter-pg"],
  headers: async () => [
    {
      source: "/:path*",
      headers: Object.entries(securityHeaders).map(([key, value]) => ({ key, value })),
    },
    {
      // Their addresses open something: they are told to nobody and kept by nothing in between.
      source: "/:locale(de|en)/:kind(join|shared|owner)/:token",
      headers: [
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "Cache-Control", value: "no-store" },
      ],
    },
  ],
};

export default withNextIntl(config);
