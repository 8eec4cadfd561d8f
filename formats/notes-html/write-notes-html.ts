import { otherLanguage } from "@/core/article/language";
import type { ExportWords } from "@/core/notes/export-words";
import type { ExportedNote } from "@/core/notes/exported-note";
import { escapeHtml, writeNoteHtml } from "../note-html/write-note-html";

// Stands alone: no script, nothing fetched, and a policy that would refuse both.
const policy = "default-src 'none'; style-src 'unsafe-inline'";
const style = `body{max-width:44rem;margin:3rem auto;padding:0 1.25rem;font:1rem/1.6 Georgia,serif;color:#1d1f23;background:#fbfaf6}
h1,h2{font-weight:500}article{padding:1rem 0 1.1rem;border-bottom:1px solid #ddd;break-inside:avoid}
blockquote{margin:0 0 .3rem;padding-left:.9rem;border-left:3px solid var(--c,#e2b93b)}
.yellow{--c:#d9a400}.green{--c:#4d9f5b}.blue{--c:#4b83c3}.pink{--c:#c8588f}
.other{color:#5a5d63}.facts{color:#5a5d63;font:.8125rem/1.5 sans-serif}.replies{margin:.5rem 0 0 1.25rem;padding-left:.9rem;border-left:1px solid #ddd}
@media (prefers-color-scheme:dark){body{color:#e6e3dc;background:#17181b}.other,.facts{color:#a5a7ab}}`;

/** Notes as one HTML file that needs nothing else: to keep, to print, to send. */
export function writeNotesHtml(notes: readonly ExportedNote[], words: ExportWords): string {
  let article = "";
  const parts = notes.map((note) => {
    const { articleSlug } = note.annotation;
    const isSame = article === articleSlug;
    article = articleSlug;
    return (isSame ? "" : heading(note)) + writeNote(note, words);
  });
  return `<!doctype html>
<html lang="${escapeHtml(words.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(words.title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(words.title)}</h1>
${parts.join("\n")}
</body>
</html>
`;
}

function heading({ titles, annotation }: ExportedNote): string {
  const language = titles.de === null ? "en" : "de";
  return `<h2 lang="${language}">${escapeHtml(titles[language] ?? annotation.articleSlug)}</h2>\n`;
}

function writeNote(
  { annotation, passage, counterpart, replies }: ExportedNote,
  words: ExportWords,
): string {
  const { id, colour, note, tags, audience, groupName, author, createdAt, resolvedAt } = annotation;
  const { side } = passage;
  const other = counterpart.map(({ exact }) => exact).join(" … ");
  const facts = [
    `<time datetime="${createdAt}">${createdAt.slice(0, 10)}</time>`,
    escapeHtml(author.name ?? words.somebody),
    escapeHtml(`${words.audience}: ${groupName ?? words.audiences[audience]}`),
    ...(tags.length > 0 ? [escapeHtml(`${words.tags}: ${tags.join(", ")}`)] : []),
    ...(resolvedAt ? [escapeHtml(words.resolved)] : []),
    ...(passage.place ? [] : [escapeHtml(words.orphaned)]),
  ];
  const answers = replies.flatMap((reply) =>
    reply.note
      ? [
          `<p class="facts">${escapeHtml(reply.author?.name ?? words.somebody)} · ${reply.createdAt.slice(0, 10)}</p>${writeNoteHtml(reply.note)}`,
        ]
      : [],
  );
  return `<article id="${id}" class="${colour}">
<blockquote lang="${side}">${escapeHtml(passage.exact)}</blockquote>
${other === "" ? "" : `<blockquote lang="${otherLanguage(side)}" class="other">${escapeHtml(other)}</blockquote>\n`}${note ? writeNoteHtml(note) : ""}
<p class="facts">${facts.join(" · ")}</p>
${answers.length > 0 ? `<section class="replies" aria-label="${escapeHtml(words.replies)}">${answers.join("")}</section>\n` : ""}</article>`;
}
