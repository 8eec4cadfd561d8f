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
};

/** The script that runs before anything is painted. */
export const earlyScriptId = "early";

const script = /<script([^>]*)>([\s\S]*?)<\/script>/g;

/**
 * Makes of a page as Next.js renders it for one reader the page that all readers get. A script without the nonce stays without a
 * hash, so it does not run. Files of scripts are asked for at once and run after the first paint: the text stands before them.
 */
export function preparePage({ html, nonce }: Rendered): PreparedPage {
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
      const kept = `<script${rest}>${inline(source)}</script>`;
      if (!rest.includes(` id="${earlyScriptId}"`)) return kept;
      early = kept;
      return "";
    }
    if (!rest.includes(" async")) return `<script${rest}></script>`;
    later.push(address);
    return "";
  });
  const links = later.map(
    (address) => `<link rel="preload" as="script" fetchpriority="low" href="${address}"/>`,
  );
  const whole = body
    .replaceAll(named, "")
    .replace("<head>", () => `<head>${early}`) // behind the style sheets it would have to wait for them
    .replace("</head>", () => `${links.join("")}</head>`)
    .replace("</body>", () => `<script>${inline(runAfterPaint(later))}</script></body>`);
  return { html: whole, policy: contentSecurityPolicy({ scripts: [...hashes], styles: [] }) };
}

/** A page that nobody looks at is not painted: there the scripts run at once. */
function runAfterPaint(addresses: readonly string[]): string {
  return `(() => {
const run = () => {
for (const address of ${JSON.stringify(addresses)}) {
const script = document.createElement("script");
script.src = address;
script.async = true;
document.head.append(script);
}
};
if (document.visibilityState === "hidden") run();
else requestAnimationFrame(() => setTimeout(run));
})();`;
}
