import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { StoredAnnotation } from "@/core/annotation/annotation";
import type { Article } from "@/core/article/article";
import { renderSide } from "@/document/render-html";
import { freePort } from "@/scripts/free-port.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const here = join(root, "bench/annotation/painting");

const pageNames = ["our-page", "raw-page", "recogito-page"] as const;
export type PageName = (typeof pageNames)[number];

export type Pages = {
  readonly url: (page: PageName) => string;
  /** What the next page that asks is given. */
  readonly serve: (annotations: readonly StoredAnnotation[]) => void;
  readonly close: () => void;
};

/** Serves the same article to every page, each with its own script, bundled as for production. */
export async function servePages(article: Article): Promise<Pages> {
  const bundles = await bundle();
  const text = (["de", "en"] as const)
    .map(
      (side) =>
        `<section data-side="${side}" lang="${side}">${renderSide(article, side)}</section>`,
    )
    .join("");
  let list = JSON.stringify({ annotations: [], replies: [], seen: "0", next: null });
  const known = new Map<string, StoredAnnotation>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const send = (type: string, body: string | Uint8Array, status = 200) => {
      response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" }).end(body);
    };
    const page = pageNames.find((name) => path === `/${name}`);
    if (page) return send("text/html; charset=utf-8", html(page, text));
    const file = bundles.get(path);
    if (file) return send(path.endsWith(".css") ? "text/css" : "text/javascript", file);
    if (path === "/api/articles/bench/annotations") return send("application/json", list);
    if (path === "/api/viewer") return send("application/json", '{"viewer":{"id":"reader"}}');
    if (request.method === "PUT" && path.startsWith("/api/annotations/")) {
      return take(request, (body) => send("application/json", stored(body), 201));
    }
    send("text/plain", "not found", 404);
  });
  const port = await listen(server);
  return {
    url: (page) => `http://127.0.0.1:${port}/${page}`,
    serve(annotations) {
      list = JSON.stringify({ annotations, replies: [], seen: "0", next: null });
      for (const annotation of annotations) known.set(annotation.id, annotation);
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function bundle(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [
      join(here, "our-page.tsx"),
      join(here, "raw-page.ts"),
      join(here, "recogito-page.ts"),
    ],
    outdir: "/",
    write: false,
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    target: "es2023",
    jsx: "automatic",
    define: {
      "process.env.NODE_ENV": '"production"',
      "process.env.NEXT_PUBLIC_BUILD": '"bench"',
    },
  });
  return new Map(outputFiles.map(({ path, contents }) => [path, contents]));
}

function html(page: PageName, text: string): string {
  return `<!doctype html><html lang="de"><meta charset="utf-8"><title>${page}</title>
<link rel="stylesheet" href="/${page}.css">
<style>body{margin:0;font:17px/1.6 serif}main{display:grid;grid-template-columns:1fr 1fr;gap:0 40px;max-width:1080px;margin:auto}
[data-row]{content-visibility:auto;contain-intrinsic-size:auto 140px}</style>
<body><main>${text}</main><script type="module" src="/${page}.js"></script>`;
}

function take(request: import("node:http").IncomingMessage, act: (body: string) => void): void {
  let body = "";
  request.on("data", (chunk: Buffer) => {
    body += chunk;
  });
  request.on("end", () => act(body));
}

/** As the server answers a new annotation. */
function stored(body: string): string {
  const when = "2026-01-01T00:00:00.000Z";
  return JSON.stringify({
    ...JSON.parse(body),
    ...{ revision: 1, createdAt: when, updatedAt: when, resolvedAt: null, isDeleted: false },
    ...{ author: { id: "reader", name: null }, groupName: null, isOwn: true, mayAnswer: true },
  });
}

async function listen(server: Server): Promise<number> {
  const port = await freePort();
  return new Promise((done) => server.listen(port, "127.0.0.1", () => done(port)));
}
