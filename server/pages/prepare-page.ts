import "server-only";
import { createHash } from "node:crypto";
import { contentSecurityPolicy } from "../http/security-headers";

/** A page that is sent to many: its scripts are named by their hashes instead of by a nonce, which only one reader may get. */
export type PreparedPage = {
  readonly html: string;
  readonly policy: string;
  /** What the scripts of a page that rests have to know, itself a script; "" where the page says it. */
  readonly knowledge: string;
};

type Rendered = {
  readonly html: string;
  /** What Next.js put on its own scripts, and on nothing that somebody wrote. */
  readonly nonce: string;
  /** Whether it may wait for its reader's first move before it loads scripts: docs/decisions/016. */
  readonly rests: boolean;
};

/** The script that runs before anything is painted. */
export const earlyScriptId = "early";

/** Under which name the address of a page that rests asks for its knowledge, by hash (answer-reading-page.ts knows it too). */
const knowledgeParameter = "knows";

const preload = /<link rel="preload" as="script"[^>]*>/g;
const script = /<script([^>]*)>([\s\S]*?)<\/script>/g;
const told = /^\(?self\.__next_f\b/; // what React needs to take the page over

/**
 * Makes of a page as Next.js renders it for one reader the page that all readers get. A script without the nonce stays without a
 * hash, so it does not run. Files of scripts run after the first paint, or after the first move of the reader: the text stands
 * before them.
 */
export function preparePage({ html, nonce, rests }: Rendered): PreparedPage {
  const hashes = new Set<string>();
  const later: string[] = [];
  const knowledge: string[] = [];
  const inline = (source: string) => {
    hashes.add(`'sha256-${hashOf(source, "base64")}'`);
    return source;
  };
  let early = "";
  const named = ` nonce="${nonce}"`;
  const body = html.replace(script, (whole, attributes: string, given: string) => {
    if (!attributes.includes(named)) return whole;
    const rest = attributes.replace(named, "");
    const source = given.replaceAll(nonce, "");
    const address = / src="([^"]+)"/.exec(rest)?.[1];
    if (address !== undefined) {
      if (!rest.includes(" async")) return `<script${rest}></script>`;
      later.push(address);
      return "";
    }
    if (rest.includes(` id="${earlyScriptId}"`)) {
      early = `<script${rest}${rests ? " data-rests" : ""}>${inline(source)}</script>`;
      return "";
    }
    if (!rests || !told.test(source)) return `<script${rest}>${inline(source)}</script>`;
    knowledge.push(source);
    return "";
  });
  const links = rests ? [] : later.map(preloadLink);
  const whole = body
    .replaceAll(named, "")
    .replace(preload, (link) => (rests ? "" : link))
    .replace("<head>", () => `<head>${early}`) // behind the style sheets it would have to wait for them
    .replace("</head>", () => `${links.join("")}</head>`);
  const first = knowledge.join(";\n");
  const run = rests
    ? runWhenWoken(`?${knowledgeParameter}=${knowledgeHash(first)}`, later)
    : runAfterPaint(later);
  return {
    html: whole.replace("</body>", () => `<script>${inline(run)}</script></body>`),
    policy: contentSecurityPolicy({ scripts: [...hashes], styles: [] }),
    knowledge: first,
  };
}

export function knowledgeHash(knowledge: string): string {
  return hashOf(knowledge, "base64url").slice(0, 22);
}

function hashOf(source: string, encoding: "base64" | "base64url"): string {
  return createHash("sha256").update(source).digest(encoding);
}

function preloadLink(address: string): string {
  return `<link rel="preload" as="script" fetchpriority="low" href="${address}"/>`;
}

/** A page that nobody looks at is not painted: there the scripts run at once. */
function runAfterPaint(addresses: readonly string[]): string {
  return `(() => {
${load}
const run = () => { for (const address of ${JSON.stringify(addresses)}) load(address); };
if (document.visibilityState === "hidden") run();
else requestAnimationFrame(() => setTimeout(run));
})();`;
}

/**
 * `app/early.js` knows whether the reader was here before, and wakes the page with their first move otherwise. Without a connection it is
 * tried again with the first move after a while.
 */
function runWhenWoken(first: string, addresses: readonly string[]): string {
  return `(() => {
${load}
const first = ${JSON.stringify(first)};
const addresses = ${JSON.stringify(addresses)};
const run = () => {
const script = load(first);
for (const href of addresses) document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "script", href }));
script.onload = () => { for (const address of addresses) load(address); };
script.onerror = () => setTimeout(() => addEventListener("pointerdown", run, { once: true }), 1000);
};
if ("asleep" in document.documentElement.dataset) addEventListener("wake", run, { once: true });
else if (document.visibilityState === "hidden") run();
else requestAnimationFrame(() => setTimeout(run));
})();`;
}

const load = `const load = (address) => {
const script = document.createElement("script");
script.src = address;
script.async = true;
document.head.append(script);
return script;
};`;
