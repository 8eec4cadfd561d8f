import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import type { Random } from "../edits/seeded-random";

/** What the server behind it did with the changes: it is asked here, since the browser may never hear of it. */
export type Applied = {
  /** The keys of changes that were accepted, by the id of the annotation. */
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
  /** The highest revision that the server gave to each. */
  readonly revisions: ReadonlyMap<string, number>;
  /** How often a request never arrived, an answer was lost, and a change came again that was applied already. */
  readonly faults: Readonly<Record<Fault | "repeated", number>>;
  /** How often the server asked for patience: more changes than a reader makes. */
  readonly postponed: number;
  /** Answers that refused a change, by their status; nobody else changes anything, so there should be none. */
  readonly refused: readonly number[];
};

export type FlakyProxy = {
  readonly url: string;
  readonly applied: () => Applied;
  readonly close: () => void;
};

type Fault = "cut" | "cut-while-sent" | "answer-lost";

// Of the requests that change something; more than a third of them goes wrong.
const shares: Readonly<Record<Fault, number>> = {
  cut: 0.14,
  "cut-while-sent": 0.1,
  "answer-lost": 0.14,
};

const revisionSchema = z.object({ revision: z.int() });

/** Stands before a server: some requests never arrive, some are carried out and nobody hears of it. */
export async function openFlakyProxy(
  port: number,
  serverPort: number,
  pages: ReadonlyMap<string, { readonly type: string; readonly body: string | Uint8Array }>,
  random: Random,
): Promise<FlakyProxy> {
  const keys = new Map<string, Set<string>>();
  const revisions = new Map<string, number>();
  const faults = { cut: 0, "cut-while-sent": 0, "answer-lost": 0, repeated: 0 };
  const refused: number[] = [];
  let postponed = 0;

  function drawFault(): Fault | null {
    for (const fault of ["cut", "cut-while-sent", "answer-lost"] as const) {
      if (random.chance(shares[fault])) return fault;
    }
    return null;
  }

  const server = createServer((incoming, outgoing) => {
    const page = pages.get(incoming.url ?? "");
    if (page) return void outgoing.writeHead(200, { "Content-Type": page.type }).end(page.body);
    const id = /^\/api\/annotations\/([0-9a-f-]{36})/.exec(incoming.url ?? "")?.[1];
    const fault = id === undefined ? null : drawFault();
    if (fault) faults[fault] += 1;
    if (fault === "cut") return void incoming.socket.destroy();
    pass(incoming, outgoing, { id, fault });
  });

  type Passing = { readonly id: string | undefined; readonly fault: Fault | null };

  function pass(incoming: IncomingMessage, outgoing: ServerResponse, { id, fault }: Passing) {
    const { method, url, headers } = incoming;
    const upstream = request({ port: serverPort, host: "localhost", method, path: url, headers });
    upstream.on("error", () => incoming.socket.destroy());
    upstream.on("response", (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const body = Buffer.concat(chunks);
        const status = answer.statusCode ?? 502;
        if (id !== undefined) note(id, String(headers["idempotency-key"]), status, body);
        if (fault === "answer-lost") return incoming.socket.destroy();
        if (fault === null) outgoing.writeHead(status, answer.headers).end(body);
      });
    });
    incoming.pipe(upstream);
    incoming.on("end", () => {
      if (fault === "cut-while-sent") incoming.socket.destroy();
    });
  }

  function note(id: string, key: string, status: number, body: Buffer) {
    if (status === 429) {
      postponed += 1;
      return;
    }
    if (status >= 300) return void refused.push(status);
    const known = keys.get(id) ?? new Set();
    keys.set(id, known);
    if (known.has(key)) faults.repeated += 1;
    known.add(key);
    const { revision } = revisionSchema.parse(JSON.parse(body.toString()));
    revisions.set(id, Math.max(revision, revisions.get(id) ?? 0));
  }

  await new Promise<void>((ready) => server.listen(port, "localhost", ready));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    applied: () => ({ keys, revisions, faults, postponed, refused }),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
