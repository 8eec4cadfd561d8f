import "server-only";
import { createHash } from "node:crypto";
import { contentSecurityPolicy } from "../http/security-headers";

/** A page that is sent to many: its scripts are named by their hashes instead of by a nonce, which only one reader may get. */
export type PreparedPage = {
  readonly html: string;
  readonly policy: string;
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

const preload = /<link rel="preload" as="script"[^>]*>/g;
const script = /<script([^>]*)>([\s\S]*?)<\/script>/g;

/**
 * Makes of a page as Next.js renders it for one reader the page that all readers get. A script without the nonce stays without a
 * hash, so it does not run. Files of scripts run after the first paint, or after the first move of the reader: the text stands
 * before them.
 */
export function preparePage({ html, nonce, rests }: Rendered): PreparedPage {
  const hashes = new Set<string>();
  const later: string[] = [];
  const inline = (source: string) => {
    hashes.add(`'sha256-${createHash("sha256").update(source).digest("base64")}'`);
    return source;
  };
  let early = "";
  const named = ` nonce="${nonce}"`;
  const body = html.replace(script, (whole, attributes: string, source: string) => {
    if (!attributes.includes(named)) return whole;
    const rest = attributes.replace(named, "");
    const address = / src="([^"]+)"/.exec(rest)?.[1];
    if (address === undefined) {
      if (!rest.includes(` id="${earlyScriptId}"`))
        return `<script${rest}>${inline(source)}</script>`;
      early = `<script${rest}${rests ? " data-rests" : ""}>${inline(source)}</script>`;
      return "";
    }
    if (!rest.includes(" async")) return `<script${rest}></script>`;
    later.push(address);
    return "";
  });
  const links = rests
    ? []
    : later.map(
        (address) => `<link rel="preload" as="script" fetchpriority="low" href="${address}"/>`,
      );
  const whole = body
    .replaceAll(named, "")
    .replace(preload, (link) => (rests ? "" : link))
    .replace("<head>", () => `<head>${early}`) // behind the style sheets it would have to wait for them
    .replace("</head>", () => `${links.join("")}</head>`)
    .replace("</body>", () => `<script>${inline(run(later))}</script></body>`);
  return { html: whole, policy: contentSecurityPolicy({ scripts: [...hashes], styles: [] }) };
}

/**
 * A page that rests is woken by `app/early.js`, which knows whether its reader was here before. All others run their scripts
 * after the first paint; one that nobody looks at is not painted, there they run at once.
 */
function run(addresses: readonly string[]): string {
  return `(() => {
const run = () => {
for (const address of ${JSON.stringify(addresses)}) {
const script = document.createElement("script");
script.src = address;
script.async = true;
document.head.append(script);
}
};
if ("asleep" in document.documentElement.dataset) addEventListener("wake", run, { once: true });
else if (document.visibilityState === "hidden") run();
else requestAnimationFrame(() => setTimeout(run));
})();`;
}
