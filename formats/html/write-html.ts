import type { Article } from "@/core/article/article";
import { escapeXml } from "../interchange/xml-text";
import { type PageLayout, pageParts, pageStyle } from "./write-page";

/** An article as one HTML file that needs nothing beside it and fetches nothing. */
export function writeHtml(article: Article, layout: PageLayout = "side-by-side"): string {
  const { title, head, text, notes } = pageParts(article);
  const section =
    notes === "" ? "" : `<section class="notes" role="doc-endnotes">\n${notes}\n</section>\n`;
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<title>${escapeXml(title)}</title>
<style>
${pageStyle(layout)}
</style>
</head>
<body>
${head}
<main>
${text}
</main>
${section}</body>
</html>
`;
}
