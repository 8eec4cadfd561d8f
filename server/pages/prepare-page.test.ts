import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { preparePage } from "./prepare-page";

const nonce = "bm9uY2U=";
const text = "<p>Ein Satz mit nonce=&quot;x&quot; und &lt;script&gt;.</p>";

function page(body: string, head = ""): string {
  return `<!DOCTYPE html><html><head><link rel="stylesheet" href="/a.css" nonce="${nonce}"/>${head}</head><body>${body}</body></html>`;
}

function hashOf(source: string): string {
  return `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
}

/** The sources of the scripts that stand in a page. */
function inlineScripts(html: string): readonly string[] {
  return [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, source]) => source ?? "");
}

describe("preparePage", () => {
  it("names every inline script of Next by its hash and leaves no nonce", () => {
    const { html, policy } = preparePage({
      html: page(`${text}<script nonce="${nonce}">go()</script>`),
      nonce,
      rests: false,
    });
    expect(html).not.toContain(nonce);
    expect(html).toContain(text);
    for (const source of inlineScripts(html)) expect(policy).toContain(hashOf(source));
    expect(policy).not.toContain("nonce-");
    expect(policy).not.toContain("unsafe-inline'; style-src '");
    expect(policy).toContain("style-src 'self';");
  });

  it("gives no hash to a script that somebody brought in", () => {
    const foreign = "steal()";
    for (const given of ["", ' nonce="guessed"', ` data-nonce="${nonce}"`]) {
      const { policy } = preparePage({
        html: page(`<script${given}>${foreign}</script>`),
        nonce,
        rests: false,
      });
      expect(policy).not.toContain(hashOf(foreign));
    }
  });

  it("runs files after the first paint, in their order, and asks for them at once", () => {
    const files = ["/_next/static/a.js", "/_next/static/b.js"];
    const tags = files.map((src) => `<script src="${src}" async="" nonce="${nonce}"></script>`);
    const { html } = preparePage({ html: page(text, tags.join("")), nonce, rests: false });
    expect(html).not.toContain("<script src");
    for (const file of files)
      expect(html).toContain(
        `<link rel="preload" as="script" fetchpriority="low" href="${file}"/>`,
      );
    const last = inlineScripts(html).at(-1) ?? "";
    expect(last).toContain(JSON.stringify(files));
    expect(() => new Function(last)).not.toThrow();
    expect(html).toMatch(/requestAnimationFrame[\s\S]*<\/script><\/body><\/html>$/);
  });

  it("asks for no script of a page that rests, and runs them when it is woken", () => {
    const file = `<script src="/a.js" async="" nonce="${nonce}"></script>`;
    const early = `<script id="early" nonce="${nonce}">theme()</script>`;
    const link = '<link rel="preload" as="script" fetchPriority="low" href="/a.js"/>';
    const given = page(text, early + link + file);
    const { html, policy } = preparePage({ html: given, nonce, rests: true });
    expect(html).not.toContain('<link rel="preload"');
    expect(html).not.toContain("<script src");
    expect(html).toContain('<script id="early" data-rests>theme()</script>');
    expect(policy).toContain(hashOf("theme()"));
    const awake = preparePage({ html: given, nonce, rests: false }).html;
    expect(awake).toContain(link);
    expect(awake).toContain('<script id="early">theme()</script>');
  });

  it("puts what runs before the first paint before the style sheets", () => {
    const early = `<script id="early" nonce="${nonce}">theme()</script>`;
    const { html } = preparePage({ html: page(text, early), nonce, rests: false });
    expect(html).toContain('<head><script id="early">theme()</script><link rel="stylesheet"');
    expect(html.match(/theme\(\)/g)).toHaveLength(1);
  });

  it("leaves alone what old browsers load, and dollar signs", () => {
    const old = `<script src="/old.js" noModule="" nonce="${nonce}"></script>`;
    const { html } = preparePage({
      html: page(`<p>$&amp; $1 $$</p><script nonce="${nonce}">"$&$1"</script>`, old),
      nonce,
      rests: false,
    });
    expect(html).toContain('<script src="/old.js" noModule=""></script>');
    expect(html).toContain("<p>$&amp; $1 $$</p>");
    expect(html).toContain('"$&$1"</script>');
  });
});
