import "server-only";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";

/** JSON that several readers are given: written once, and compressed once where it is answered past Next.js. */
export type Packed = {
  readonly json: Buffer<ArrayBuffer>;
  /** The same, compressed when first asked for. */
  readonly gzip: () => Promise<Buffer>;
};

const compress = promisify(gzip);
const origin = new WeakMap<Response, Packed>();

export function pack(text: string): Packed {
  const json = Buffer.from(text);
  let compressed: Promise<Buffer> | undefined;
  return {
    json,
    gzip: () => {
      compressed ??= compress(json, { level: constants.Z_BEST_SPEED });
      return compressed;
    },
  };
}

/** Answers with it. Next compresses it, or the proxy: of a route's own `Content-Encoding` Next sends the bytes without the header. */
export function sendPacked(packed: Packed): Response {
  const response = new Response(read(packed), { headers: { "content-type": "application/json" } });
  origin.set(response, packed);
  return response;
}

/** What a response was made of by `sendPacked`. */
export function packedOf(response: Response): Packed | undefined {
  return origin.get(response);
}

/** A response that is given bytes copies them, also where nobody reads them. */
function read({ json }: Packed): ReadableStream {
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(json);
      controller.close();
    },
  });
}
