import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { env } from "../env";
import { type Packed, packedOf } from "./packed";
import { securityHeaders } from "./security-headers";

type Method = "GET" | "PUT" | "DELETE";

type Handlers<Name extends string> = Partial<
  Record<
    Method,
    (
      request: Request,
      context: { params: Promise<Record<Name, string>> },
    ) => Response | Promise<Response>
  >
>;

/** Answers a request of one route, or gives back `false`: it is another's. */
export type DirectRoute = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * A route whose handlers are those of its file in `app/api`, called without Next.js.
 * `pattern`: what its path looks like, with one group: the value of its parameter `name`.
 */
export function directRoute<Name extends string>(
  pattern: RegExp,
  name: Name,
  handlers: Handlers<Name>,
): DirectRoute {
  return async (request, response) => {
    const [path = "", ...more] = (request.url ?? "").split("?");
    const value = decode(pattern.exec(path)?.[1]);
    const handle = handlers[request.method as Method];
    if (value === null || !handle || more.length > 1) return false;
    const params = { [name]: value } as Record<Name, string>;
    const answer = await handle(toRequest(request), { params: Promise.resolve(params) });
    await send(request, response, answer);
    return true;
  };
}

/** `null` where a path cannot be read. */
function decode(value: string | undefined): string | null {
  try {
    return value === undefined ? null : decodeURIComponent(value);
  } catch {
    return null;
  }
}

function toRequest(request: IncomingMessage): Request {
  const headers = new Headers();
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    headers.append(request.rawHeaders[at] ?? "", request.rawHeaders[at + 1] ?? "");
  }
  const hasBody = request.method === "PUT";
  return new Request(new URL(request.url ?? "", env().PUBLIC_URL), {
    method: request.method ?? "GET",
    headers,
    ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream, duplex: "half" } : {}),
  });
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Response,
): Promise<void> {
  const packed = packedOf(answer);
  const isCompressed = packed !== undefined && takesGzip(request);
  const body = packed
    ? await bodyOf(packed, isCompressed)
    : Buffer.from(await answer.arrayBuffer());
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  for (const [name, value] of answer.headers) {
    if (name !== "set-cookie") response.setHeader(name, value);
  }
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("set-cookie", cookies);
  if (packed) response.appendHeader("vary", "Accept-Encoding");
  if (isCompressed) response.setHeader("content-encoding", "gzip");
  response.setHeader("content-length", body.length);
  response.writeHead(answer.status).end(body);
}

function bodyOf(packed: Packed, isCompressed: boolean): Promise<Buffer> | Buffer {
  return isCompressed ? packed.gzip() : packed.json;
}

/** A proxy in front compresses by itself. */
function takesGzip({ headers }: IncomingMessage): boolean {
  const accepted = String(headers["accept-encoding"] ?? "");
  return !env().isBehindProxy && /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted);
}
