import type { NoteDocument, NoteNode } from "@/core/annotation/note-document";
import { otherLanguage } from "@/core/article/language";
import type { ExportWords } from "@/core/notes/export-words";
import type { ExportedNote } from "@/core/notes/exported-note";

/** Notes as Markdown, article by article: the passage in both languages as quotes, then what was written. */
export function writeNotesMarkdown(notes: readonly ExportedNote[], words: ExportWords): string {
  let article = "";
  const parts = notes.map((note) => {
    const isSame = article === note.annotation.articleSlug;
    article = note.annotation.articleSlug;
    const title = note.titles.de ?? note.titles.en ?? article;
    const heading = isSame ? "" : `## ${escapeMarkdown(title)}\n\n`;
    return heading + writeNote(note, words);
  });
  return `# ${words.title}\n\n${parts.join("\n---\n\n")}`;
}

function writeNote(
  { annotation, passage, counterpart, replies }: ExportedNote,
  words: ExportWords,
): string {
  const { tags, audience, groupName, author, createdAt, resolvedAt, note } = annotation;
  const other = counterpart.map(({ exact }) => exact).join(" … ");
  const facts = [
    createdAt.slice(0, 10),
    author.name ?? words.somebody,
    `${words.audience}: ${groupName ?? words.audiences[audience]}`,
    ...(tags.length > 0 ? [`${words.tags}: ${tags.join(", ")}`] : []),
    ...(resolvedAt ? [words.resolved] : []),
    ...(passage.place ? [] : [words.orphaned]),
  ];
  const parts = [
    quote(`**${words.languages[passage.side]}:** ${escapeMarkdown(passage.exact)}`),
    ...(other === ""
      ? []
      : [quote(`**${words.languages[otherLanguage(passage.side)]}:** ${escapeMarkdown(other)}`)]),
    ...(note ? [writeNoteMarkdown(note)] : []),
    `*${escapeMarkdown(facts.join(" · "))}*`,
    ...replies.flatMap((reply) =>
      reply.note
        ? [
            indent(
              `- **${escapeMarkdown(reply.author?.name ?? words.somebody)}** (${reply.createdAt.slice(0, 10)}):\n\n${writeNoteMarkdown(reply.note)}`,
            ),
          ]
        : [],
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

function writeNoteMarkdown(note: NoteDocument): string {
  return note.content.map(writeNode).join("\n\n");
}

function writeNode(node: NoteNode): string {
  if (node.type === "text") return writeText(node);
  if (node.type === "mention") return writeText({ type: "text", text: `@${node.attrs.label}` });
  if (node.type === "hardBreak") return "\\\n";
  const content = node.content ?? [];
  switch (node.type) {
    case "paragraph":
      return content.map(writeNode).join("");
    case "bulletList":
      return content.map((item) => indent(`- ${writeNode(item)}`)).join("\n");
    case "orderedList":
      return content
        .map((item, index) => indent(`${(node.attrs?.start ?? 1) + index}. ${writeNode(item)}`))
        .join("\n");
    case "blockquote":
      return quote(content.map(writeNode).join("\n\n"));
    case "listItem":
      return content.map(writeNode).join("\n\n");
  }
}

function writeText({ text, marks = [] }: Extract<NoteNode, { type: "text" }>): string {
  return marks.reduceRight((inner, mark) => {
    if (mark.type === "bold") return `**${inner}**`;
    if (mark.type === "italic") return `*${inner}*`;
    if (mark.type === "code") return `\`${inner}\``;
    return `[${inner}](<${mark.attrs.href.replace(/[<>\n]/g, encodeURIComponent)}>)`;
  }, escapeMarkdown(text));
}

/** Text that stays text: no emphasis, no HTML, no list or heading out of what somebody wrote. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~&]/g, "\\$&")
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gm, "$1\\$2")
    .replace(/\s*\n\s*/g, " ");
}

function quote(text: string): string {
  return text.replace(/^/gm, "> ");
}

function indent(text: string): string {
  return text.replace(/\n(?!$)/g, "\n  ");
}
