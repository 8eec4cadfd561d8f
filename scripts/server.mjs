import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import next from "next";
import sirv from "sirv";
import { directAnswersFile } from "./build-worker.mjs";
import { root } from "./prepare.mjs";

// The server of a build: files that never change are sent from the disk, compressed when the build was made; some requests are
// answered past Next.js (`app/answer-directly.ts`), all others by it. See docs/decisions/015-answers-before-next.md.
process.title = "zwiesprache-server";
const port = Number(process.env.PORT);
const assets = "/_next/static/";

const app = next({ dev: false, dir: root, port });
await app.prepare();
const throughNext = app.getRequestHandler();
// Not before Next.js has made itself at home: parts of it are asked for here too.
const { directAnswers, securityHeaders } = await import(pathToFileURL(directAnswersFile).href);
const answerDirectly = directAnswers(port);
const sendAsset = sirv(join(root, ".next/static"), {
  brotli: true,
  gzip: true,
  etag: false,
  immutable: true,
  maxAge: 31_536_000,
  setHeaders(response) {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  },
});

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(`Failed to answer ${request.method} ${request.url}`);
    console.error(error);
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end();
  });
});
server.on("error", (error) => {
  console.error(error);
  process.exit(1);
});
server.listen(port);
// It may be asked more than once; requests under way are answered first.
process.on("SIGTERM", () => {
  if (server.listening) server.close(() => process.exit(0));
});

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @returns {Promise<boolean>}
 */
function sentAsset(request, response) {
  const address = request.url ?? "";
  request.url = address.slice(assets.length - 1);
  return new Promise((done) => {
    response.once("finish", () => done(true));
    response.once("close", () => done(true));
    sendAsset(request, response, () => {
      request.url = address;
      done(false);
    });
  });
}

/**
 * What goes wrong before anything was sent is Next's to tell the reader of.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @returns {Promise<boolean>}
 */
async function answeredDirectly(request, response) {
  try {
    return await answerDirectly(request, response);
  } catch (error) {
    console.error(`Not answered directly: ${request.method} ${request.url}`);
    console.error(error);
    return response.headersSent;
  }
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function answer(request, response) {
  if (request.url?.startsWith(assets) && (await sentAsset(request, response))) return;
  if (await answeredDirectly(request, response)) return;
  await throughNext(request, response);
}
