import "server-only";

/** JSON that several readers are given: written once. */
export type Packed = { readonly json: Buffer<ArrayBuffer> };

export function pack(text: string): Packed {
  return { json: Buffer.from(text) };
}

/** Answers with it. Next compresses it, or the proxy: of a route's own `Content-Encoding` Next sends the bytes without the header. */
export function sendPacked({ json }: Packed): Response {
  return new Response(json, { headers: { "content-type": "application/json" } });
}
