import type { Parents, Text } from "mdast";
import type { Options } from "remark-stringify";
import type { Processor } from "unified";

type Handler = NonNullable<NonNullable<Options["handlers"]>["text"]>;
type State = Parameters<Handler>[2];
type Info = Parameters<Handler>[3];

const inProse = {
  inConstruct: "phrasing" as const,
  notInConstruct: ["autolink" as const, "link" as const, "image" as const, "label" as const],
};

/** Escapes what the writers of Markdown and MDX leave open, so that every text survives as it is. */
export function escapeProse(this: Processor): void {
  const extension: Options = {
    unsafe: [
      // As in GFM's own writer, but looking ahead, so that of "a@b@c.de" and "www.www.de" every sign is escaped.
      { character: "@", before: "[+\\-.\\w]", after: "(?=[\\-.\\w])", ...inProse },
      { character: ".", before: "[Ww]", after: "(?=[\\-.\\w])", ...inProse },
      { character: ":", before: "[ps]", after: "(?=\\/)", ...inProse },
      // A paragraph may begin with these words without being a program.
      { atBreak: true, character: "i", after: "mport\\b" },
      { atBreak: true, character: "e", after: "xport\\b" },
      // A reference to a footnote at the start of a line, followed by a colon, would define the footnote.
      { character: ":", before: "\\]", inConstruct: "phrasing" },
    ],
    handlers: { text: writeText },
  };
  const settings = this.data();
  settings.toMarkdownExtensions = [...(settings.toMarkdownExtensions ?? []), extension];
}

/** As Markdown's own, and keeps the white space at the edges of a table cell, which would be padding. */
function writeText(node: Text, parent: Parents | undefined, state: State, info: Info): string {
  const siblings = parent?.children ?? [];
  const index = siblings.indexOf(node);
  const isCell = parent?.type === "tableCell";
  const start = (isCell && index === 0 && /^[\t ]/.exec(node.value)?.[0]) || "";
  const middle = node.value.slice(start.length);
  const isLast = index === siblings.length - 1;
  const end = (isCell && isLast && /[\t ]$/.exec(middle)?.[0]) || "";
  const value = state.safe(middle.slice(0, middle.length - end.length), {
    ...info,
    ...(end && { after: "&" }),
    beforeNode: siblings[index - 1],
    afterNode: siblings[index + 1],
  });
  return reference(start) + value + reference(end);
}

function reference(character: string): string {
  return character && `&#x${character.charCodeAt(0).toString(16)};`;
}
