import { createServer } from "node:http";
import { gzipSync } from "node:zlib";

/** Serves one page as a proxy would that has it compressed already. */
export async function serveLimit(
  html: string,
): Promise<{ readonly url: string; readonly close: () => void }> {
  const body = gzipSync(html, { level: 6 });
  const server = createServer((_, response) => {
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-encoding": "gzip",
      "content-length": body.length,
    });
    response.end(body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
