import * as z from "zod/mini";

const askedSchema = z.object({ isAsked: z.boolean() });
const pauseMs = 10_000;

const asked = new Map<string, Promise<boolean>>();
let last = { slug: "", share: 0, atMs: 0 };

/** Tells the server how far an article is read, if a group of the reader's was asked to read it, and only then. */
export function reportProgress(slug: string, share: number): void {
  const isFurther = slug !== last.slug || share > last.share;
  const isDue = slug !== last.slug || share === 1 || Date.now() - last.atMs >= pauseMs;
  if (!isFurther || !isDue) return;
  last = { slug, share, atMs: Date.now() };
  void isAsked(slug).then((is) => (is ? send(slug, share) : undefined));
}

function isAsked(slug: string): Promise<boolean> {
  const known = asked.get(slug) ?? ask(slug).catch(() => false);
  asked.set(slug, known);
  return known;
}

async function ask(slug: string): Promise<boolean> {
  const response = await fetch(pathOf(slug), { cache: "no-store" });
  return response.ok && askedSchema.parse(await response.json()).isAsked;
}

async function send(slug: string, share: number): Promise<void> {
  await fetch(pathOf(slug), {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ share }),
    keepalive: true,
  }).catch(() => undefined); // offline: the next place is sent again
}

function pathOf(slug: string): string {
  return `/api/articles/${encodeURIComponent(slug)}/progress`;
}
