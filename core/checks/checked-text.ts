import type { Span } from "./flaw";

/** A link, term, footnote reference or line break in a text. */
export type Component = {
  readonly kind: "link" | "term" | "footnote" | "break" | "other";
  /** What both sides must have in common: the address, the footnote's label, the name of an unknown component. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Where it stands in MDX source, markup included. */
  readonly source?: Span;
};

/** Text as a reader sees it, and the components in it, by their places in that text. */
export type CheckedText = {
  readonly text: string;
  readonly components: readonly Component[];
};

const markup =
  /<Term(?:\s[^>]*)?>|<\/Term>|<br\s*\/?>|<\/?[A-Z]\w*(?:\s[^<>]*)?>|!?\[([^\]]*)\]\(([^)\s]*)(?:\s+"[^"]*")?\)|\[\^([^\]\s]+)\]|(?<![\w*])(\*\*|\*|__)(?=\S)([^*_\n]+?)(?<=\S)\4(?![\w*])/gu;

/** What MDX source says, and where each code unit of it stands in the source. */
export type MdxText = CheckedText & {
  /** Where a place in the text is in the source. */
  readonly sourceOf: (offset: number) => number;
};

/** Takes the markup of a line of MDX out of the way of the rules, as far as a pair of sentences holds any. */
export function readMdxText(source: string): MdxText {
  let text = "";
  const components: Component[] = [];
  const origins: number[] = [];
  const open: { readonly start: number; readonly source: number }[] = [];
  const keep = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) origins.push(at);
    text += source.slice(from, to);
  };
  let end = 0;
  for (const match of source.matchAll(markup)) {
    const [whole, label, address, footnote, , emphasised] = match;
    keep(end, match.index);
    end = match.index + whole.length;
    const start = text.length;
    const source = { start: match.index, end };
    if (footnote !== undefined) {
      components.push({ kind: "footnote", key: footnote, start, end: start, source });
    } else if (emphasised !== undefined) {
      const from = match.index + (whole.length - emphasised.length) / 2;
      keep(from, from + emphasised.length);
    } else if (label !== undefined && address !== undefined) {
      const from = match.index + whole.indexOf("[") + 1;
      keep(from, from + label.length);
      components.push({ kind: "link", key: address, start, end: text.length, source });
    } else if (whole.startsWith("<br")) {
      components.push({ kind: "break", key: "", start, end: start, source });
      keepSpace();
    } else if (whole.startsWith("<Term")) {
      open.push({ start, source: match.index });
    } else if (whole === "</Term>") {
      const from = open.pop();
      if (from)
        components.push({
          kind: "term",
          key: "",
          start: from.start,
          end: start,
          source: { start: from.source, end },
        });
    } else if (!whole.startsWith("</")) {
      const name = /^<(\w+)/u.exec(whole)?.[1] ?? "";
      components.push({ kind: "other", key: name, start, end: start, source });
    }
  }
  keep(end, source.length);
  return {
    text,
    components,
    sourceOf: (offset) => origins[offset] ?? source.length,
  };

  function keepSpace() {
    if (text === "" || text.endsWith("\n")) return;
    origins.push(end - 1);
    text += "\n";
  }
}
