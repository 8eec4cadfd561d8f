import type { Extensions } from "@tiptap/core";
import { Mention } from "@tiptap/extension-mention";
import { StarterKit } from "@tiptap/starter-kit";
import type { SuggestionOptions } from "@tiptap/suggestion";

/**
 * The schema of a note: paragraphs, lists, quotes, line breaks; bold, italic, code, links; names. It allows what
 * `core/annotation/note-document` allows, with Markdown's shortcuts while typing.
 */
export const noteExtensions: Extensions = [
  StarterKit.configure({
    heading: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    trailingNode: false,
    dropcursor: false,
    gapcursor: false,
    link: {
      openOnClick: false,
      autolink: true,
      linkOnPaste: true,
      defaultProtocol: "https",
      protocols: ["http", "https", "mailto"],
      isAllowedUri: (href) => isNoteLink(href),
      HTMLAttributes: { target: null, rel: "noopener noreferrer nofollow ugc" },
    },
  }),
];

/** Names behind an @, which are offered by `suggestion`. */
export function mentionExtension(suggestion: Omit<SuggestionOptions, "editor">) {
  return Mention.configure({ suggestion, HTMLAttributes: {} });
}

/** Whether a note may link there: the web and mail, nothing that runs. */
export function isNoteLink(href: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/i.test(href) && href.length <= 2000;
}
