import * as z from "zod/mini";
import { announceSession } from "../../live/live-connection";
import type { Outbox } from "./outbox";

const viewerSchema = z.object({ viewer: z.nullable(z.object({ id: z.string() })) });

const patienceMs = 5000;
const leaseMs = 12_000; // both requests fit in, so that no second tab signs in meanwhile
const pollMs = 150;

/**
 * Makes sure that there is an account to write to: asks who is there, and makes an anonymous one where nobody is. A
 * lease sees to it that two tabs at their first mark do not make two accounts. `false` when the server cannot do it now.
 */
export async function ensureSession(outbox: Outbox, tab: string): Promise<boolean> {
  try {
    const lease = { name: "sign-in", holder: tab };
    while (!(await outbox.takeLease(lease, leaseMs))) await wait(pollMs);
    try {
      return (await hasViewer()) || (await signInAnonymously());
    } finally {
      await outbox.releaseLease(lease);
    }
  } catch {
    return false;
  }
}

async function hasViewer(): Promise<boolean> {
  const response = await fetch("/api/viewer", {
    cache: "no-store",
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!response.ok) throw new Error(`Who is there? ${response.status}`);
  return viewerSchema.parse(await response.json()).viewer !== null;
}

async function signInAnonymously(): Promise<boolean> {
  const response = await fetch("/api/auth/sign-in/anonymous", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: "{}",
    signal: AbortSignal.timeout(patienceMs),
  });
  if (response.ok) announceSession();
  return response.ok;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
