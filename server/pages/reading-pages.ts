import "server-only";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { byteCache } from "../articles/byte-cache";
import { knowledgeHash, type PreparedPage, preparePage } from "./prepare-page";

/** A page of an article as it is sent to everybody who may read it without an account. */
export type StoredPage = {
  readonly policy: string;
  /** Fonts and styles that the browser may ask for before it has read the page; "" where there are none. */
  readonly link: string;
  readonly etag: string;
  readonly body: Encoded;
  readonly knowledge: { readonly hash: string; readonly body: Encoded };
};

type Encoded = Readonly<Record<Encoding, Buffer>>;

export type Encoding = "br" | "gzip" | "identity";

/** Asks Next.js for a page; `null` where it does not answer with one. */
export type Render = (path: string) => Promise<Response>;

type AskedPage = {
  readonly path: string;
  readonly versionId: string;
  /** Whether it may wait for its reader's first move before it loads scripts. */
  readonly rests: boolean;
};

const limitBytes = 64 * 2 ** 20;
const shrink = { gzip: promisify(gzip), brotli: promisify(brotliCompress) };

/**
 * Keeps what Next.js made of an article's page, under its address and the version it shows: in as many bytes as are good to keep
 * at hand, the page that nobody asked for the longest time given up first.
 */
export function readingPages(render: Render) {
  const kept = byteCache<StoredPage>(limitBytes);
  const underWay = new Map<string, Promise<StoredPage | null>>();

  async function make(path: string, rests: boolean, key: string): Promise<StoredPage | null> {
    const response = await render(path);
    const nonce = /'nonce-([^']+)'/.exec(
      response.headers.get("content-security-policy") ?? "",
    )?.[1];
    const html = await response.text();
    if (response.status !== 200 || nonce === undefined) return null;
    const page = await store(preparePage({ html, nonce, rests }), linkOf(response, nonce));
    kept.set(key, page, sizeOf(page.body) + sizeOf(page.knowledge.body));
    return page;
  }

  return {
    /** The page at `path` while the article's current version is `versionId`; `null` where Next.js has none. */
    async get({ path, versionId, rests }: AskedPage): Promise<StoredPage | null> {
      const key = `${rests} ${versionId} ${path}`;
      const known = kept.get(key) ?? underWay.get(key);
      if (known) return known;
      const made = make(path, rests, key).finally(() => underWay.delete(key));
      underWay.set(key, made);
      return made;
    },
  };
}

async function store(page: PreparedPage, link: string): Promise<StoredPage> {
  const body = await encode(page.html);
  const etag = createHash("sha256").update(page.policy).update(body.identity).digest("base64url");
  return {
    policy: page.policy,
    link,
    etag: `W/"${etag.slice(0, 22)}"`, // weak: the same page in three encodings
    body,
    knowledge: { hash: knowledgeHash(page.knowledge), body: await encode(page.knowledge) },
  };
}

async function encode(text: string): Promise<Encoded> {
  const identity = Buffer.from(text);
  const [br, gz] = await Promise.all([shrink.brotli(identity), shrink.gzip(identity)]);
  return { br, gzip: gz, identity };
}

function sizeOf({ br, gzip, identity }: Encoded): number {
  return br.length + gzip.length + identity.length;
}

function linkOf(response: Response, nonce: string): string {
  return (response.headers.get("link") ?? "").replaceAll(`; nonce="${nonce}"`, "");
}
