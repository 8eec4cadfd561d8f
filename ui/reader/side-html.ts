import type { Language } from "@/core/article/language";

/**
 * Carries a side's HTML from the page (a server component) to `SideText` while the server renders it, without passing
 * it as a prop: props are sent to the browser a second time. Server components and client components are bundled apart
 * even on the server, so the two meet on `globalThis`. See docs/decisions/003-text-sent-once.md.
 */
const storeKey = Symbol.for("zwiesprache.side-html");
const maxEntries = 256; // far more than requests rendered at once; each is held by the server's own cache anyway

type Store = Map<string, string>;
type StoreHolder = typeof globalThis & { [storeKey]?: Store };

export type SidePart = {
  readonly versionId: string;
  readonly language: Language;
  readonly part: number;
};

/** Names one side of one part of a version, here and as the id of its element. */
export function sideKey({ versionId, language, part }: SidePart): string {
  return `text-${versionId}-${language}-${part}`;
}

/** Makes `html` available to the components of this render; called by the page right before it returns them. */
export function keepSideHtml(key: string, html: string): void {
  const store = sideHtmlStore();
  store.delete(key);
  store.set(key, html);
  const oldest = store.keys().next();
  if (store.size > maxEntries && !oldest.done) store.delete(oldest.value);
}

/** The HTML of a side while the server renders; a miss is a bug and throws. */
export function keptSideHtml(key: string): string {
  const html = sideHtmlStore().get(key);
  if (html === undefined) throw new Error(`No HTML was kept for side ${key}`);
  return html;
}

function sideHtmlStore(): Store {
  const holder: StoreHolder = globalThis;
  holder[storeKey] ??= new Map();
  return holder[storeKey];
}
